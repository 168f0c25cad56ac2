/**
 * Keeps the page working while the browser translates it. A translator replaces a text node by a `<font>` element. React
 * then fails when it removes the text node, and a change of the text is not shown
 * (https://github.com/facebook/react/issues/11538). This function applies both to the replacement.
 */
export function surviveTranslation(page: Document): void {
  const replacements = new WeakMap<Node, ChildNode>();
  new MutationObserver((records) => {
    for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
      const [removed] = removedNodes;
      const font = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === 'FONT');
      if (removed instanceof Text && font instanceof HTMLElement) replacements.set(removed, font);
    }
  }).observe(page, { childList: true, subtree: true });

  /** The node that stands in a parent for a child that React put there. */
  const findIn = (parent: Node, child: Node | null) =>
    child === null || child.parentNode === parent ? child : (replacements.get(child) ?? child);

  // Both are called with the node that they belong to.
  // oxlint-disable-next-line typescript/unbound-method
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child) {
    removeChild.call(this, findIn(this, child) ?? child);
    return child;
  };
  Node.prototype.insertBefore = function <Child extends Node>(this: Node, child: Child, next: Node | null) {
    insertBefore.call(this, child, findIn(this, next));
    return child;
  };

  const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
  Object.defineProperty(Text.prototype, 'nodeValue', {
    ...nodeValue,
    set(this: Text, text: string) {
      this.data = text;
      // The translator then translates the new text.
      if (!this.isConnected) replacements.get(this)?.replaceWith(this);
    },
  });
}
