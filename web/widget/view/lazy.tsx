import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part that is loaded when it is first shown. Until then, and where it cannot be loaded, nothing is there. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, at module level.
  return function Lazy(props: Props) {
    const [Part, setPart] = useState<{ readonly of: ComponentType<Props> } | undefined>(loaded && { of: loaded });
    useEffect(() => {
      if (Part) return;
      load().then(
        (part) => {
          loaded = part;
          setPart({ of: part });
        },
        () => undefined,
      );
    }, [Part]);
    return Part ? <Part.of {...props} /> : null;
  };
}
