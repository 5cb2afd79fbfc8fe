# Every word is one line of tools/dev.py; `python3 tools/dev.py` alone lists them.
# ARGS goes through to the tool: make test ARGS="-k periods"

run:           ; @python3 tools/dev.py run
install:       ; @python3 tools/dev.py install
test:          ; @python3 tools/dev.py test $(ARGS)
test-postgres: ; @python3 tools/dev.py test-postgres $(ARGS)
test-browser:  ; @python3 tools/dev.py test-browser $(ARGS)
test-access:   ; @python3 tools/dev.py test-access $(ARGS)
test-faults:   ; @python3 tools/dev.py test-faults $(ARGS)
test-slow:     ; @python3 tools/dev.py test-slow $(ARGS)
test-api:      ; @python3 tools/dev.py test-api $(ARGS)
check:         ; @python3 tools/dev.py check
bench:         ; @python3 tools/dev.py bench $(ARGS)
bench-reader:  ; @python3 tools/dev.py bench-reader $(ARGS)
bench-claims:  ; @python3 tools/dev.py bench-claims $(ARGS)
demo-reset:    ; @python3 tools/dev.py demo-reset
clean:         ; @python3 tools/dev.py clean
lock:          ; @python3 tools/dev.py lock $(ARGS)

.PHONY: install run test test-postgres test-browser test-access test-faults test-slow test-api check bench bench-reader bench-claims demo-reset clean lock
