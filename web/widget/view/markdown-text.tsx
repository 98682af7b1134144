import { type Block, type Inline, markdown } from '../../shared/markdown.ts';

/** The service's Markdown as elements. */
export function MarkdownText({ text }: { readonly text: string }) {
  return (
    <div class="text">
      {markdown(text).map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

export function BlockView({ block }: { readonly block: Block }) {
  if (block.is === 'paragraph') {
    return (
      <p dir="auto" class={block.isHeading ? 'heading' : undefined}>
        <Inlines of={block.inside} />
      </p>
    );
  }
  const items = block.items.map((item, at) => (
    <li dir="auto" key={at}>
      <Inlines of={item} />
    </li>
  ));
  return block.isOrdered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

export function Inlines({ of }: { readonly of: readonly Inline[] }) {
  return (
    <>
      {of.map((one, at) => (
        <InlineView key={at} one={one} />
      ))}
    </>
  );
}

function InlineView({ one }: { readonly one: Inline }) {
  switch (one.is) {
    case 'text':
      return <>{one.text}</>;
    case 'break':
      return <br />;
    case 'bold':
      return (
        <strong class={one.isShort ? 'short' : undefined}>
          <Inlines of={one.inside} />
        </strong>
      );
    case 'link':
      return (
        <a href={one.address} target="_blank" rel="noopener noreferrer nofollow">
          {one.label}
        </a>
      );
  }
}
