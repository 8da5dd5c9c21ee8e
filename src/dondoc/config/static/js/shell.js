// Small things on every page: "/" goes to the search, a file may be dropped on the upload form.

export const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

document.documentElement.classList.add("scripted");

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.getElementById("find");
  if (!field) return;
  event.preventDefault();
  field.focus();
});

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.who[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});

for (const form of document.querySelectorAll("form[data-upload]")) {
  const place = form.closest(".drop") ?? form;
  const over = (on) => (event) => { event.preventDefault(); place.classList.toggle("over", on); };
  place.addEventListener("dragover", over(true));
  place.addEventListener("dragleave", over(false));
  place.addEventListener("drop", (event) => {
    over(false)(event);
    if (!event.dataTransfer.files.length) return;
    form.elements.file.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
