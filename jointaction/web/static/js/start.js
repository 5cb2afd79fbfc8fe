// Comfort for those with JavaScript; every page works without it.
import { Button, ErrorSummary, ServiceNavigation, SkipLink, createAll } from "../vendor/govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const part of [ServiceNavigation, ErrorSummary, SkipLink]) createAll(part);
createAll(Button, { preventDoubleClick: true });
