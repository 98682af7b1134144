import { Fragment, type ReactNode, useMemo } from 'react';
import { type Inline, markdown } from '../../shared/markdown.ts';

/** A text of the conversation as React nodes: markup in it stays text. */
export function MarkdownText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => markdown(text), [text]);
  return blocks.map((block, at) => {
    const key = `${block.is}${at}`;
    if (block.is === 'paragraph') {
      return (
        <p key={key} dir="auto">
          {nodesOf(block.inside)}
        </p>
      );
    }
    const items = block.items.map((item, nth) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text that was said never changes.
      <li key={nth} dir="auto">
        {nodesOf(item)}
      </li>
    ));
    return block.isOrdered ? (
      <ol key={key} start={block.start}>
        {items}
      </ol>
    ) : (
      <ul key={key}>{items}</ul>
    );
  });
}

function nodesOf(inside: readonly Inline[]): readonly ReactNode[] {
  return inside.map((node, at) => {
    const key = `${node.is}${at}`;
    if (node.is === 'text') return <Fragment key={key}>{node.text}</Fragment>;
    if (node.is === 'break') return <br key={key} />;
    if (node.is === 'bold') return <strong key={key}>{nodesOf(node.inside)}</strong>;
    return (
      <a key={key} href={node.address} target="_blank" rel="noopener noreferrer nofollow">
        {node.label}
      </a>
    );
  });
}
