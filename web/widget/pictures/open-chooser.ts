/** Opens the choice of pictures of the panel that a node stands in. */
export function openChooser(node: Element): void {
  node.closest('.panel')?.querySelector<HTMLInputElement>('.composer input[type=file]')?.click();
}
