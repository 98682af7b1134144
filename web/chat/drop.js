/** Pictures that are dropped anywhere on the page or pasted into the form. `take(files)` gets them. */
export function catchFiles(form, take) {
  form.addEventListener('paste', (event) => {
    const { files, types } = event.clipboardData;
    // What comes from a text processor has a picture of itself beside its words.
    if (files.length === 0 || (types.includes('text/plain') && types.includes('text/html'))) return;
    event.preventDefault();
    take([...files]);
  });
  document.addEventListener('dragover', (event) => {
    // A picture dropped beside the field would otherwise replace the page.
    event.preventDefault();
    if (event.dataTransfer.types.includes('Files')) form.dataset.drop = '';
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) delete form.dataset.drop;
  });
  document.addEventListener('drop', (event) => {
    delete form.dataset.drop;
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
}
