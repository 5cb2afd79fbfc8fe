// Ties allauth's passkey functions to the forms of a page: <div data-passkey="addForm" data-add="id of the button" ...>.
for (const place of document.querySelectorAll("[data-passkey]")) {
  const { passkey, ...ids } = place.dataset;
  window.allauth.webauthn.forms[passkey]({ ids });
}

// Somebody who closes the browser's question gets a sentence instead of silence.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const place of document.querySelectorAll("[data-passkey]")) place.hidden = false;
});
