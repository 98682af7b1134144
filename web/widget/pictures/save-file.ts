/** Gives the browser a file to keep. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  // Firefox follows only a link that is in the page.
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The browser takes the file after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
