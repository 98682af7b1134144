/** What has the focus in the shadow that a node stands in. */
export function activeBeside(node: Node | null | undefined): HTMLElement | null {
  const root = node?.getRootNode();
  return root instanceof ShadowRoot ? (root.activeElement as HTMLElement | null) : null;
}
