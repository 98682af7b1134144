/** Gives the browser a file to keep. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
