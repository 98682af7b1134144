import type { Tool } from './view.ts';

/** A tool and what it does. */
export interface Lever {
  readonly tool: () => Tool;
  /** `value`: `on` or `off` of a switch, the id of a choice, the words of a field. Gives what is to be told. */
  readonly pull: (value: string) => string | undefined | Promise<string | undefined>;
}

type What = Pick<Tool, 'id' | 'group' | 'label'>;

/** `pull` may give what is to be told. */
export const button = (what: What, pull: () => unknown, isOff = (): boolean => false): Lever => ({
  tool: () => ({ ...what, is: 'button', isOff: isOff() }),
  async pull() {
    const told = await pull();
    return typeof told === 'string' ? told : undefined;
  },
});

export const words = (
  what: What & Pick<Tool, 'words'>,
  pull: (value: string) => void,
  isOff = (): boolean => false,
): Lever => ({
  tool: () => ({ ...what, is: 'words', isOff: isOff() }),
  pull(value) {
    pull(value);
    return undefined;
  },
});

/** A switch that is off at first. */
export function toggle(what: What, turn: (isOn: boolean) => void, isOn = false): Lever {
  let on = isOn;
  return {
    tool: () => ({ ...what, is: 'switch', isOn: on }),
    pull(value) {
      on = value === 'on';
      turn(on);
      return undefined;
    },
  };
}

export function choice<Id extends string>(
  what: What,
  options: readonly { readonly id: Id; readonly label: string }[],
  first: Id,
): { readonly lever: Lever; readonly chosen: () => Id } {
  let chosen = first;
  return {
    lever: {
      tool: () => ({ ...what, is: 'choice', options, chosen }),
      pull(value) {
        chosen = options.find(({ id }) => id === value)?.id ?? chosen;
        return undefined;
      },
    },
    chosen: () => chosen,
  };
}

/** Pulls the lever of that name. */
export async function pulled(levers: readonly Lever[], id: string, value: string): Promise<string | undefined> {
  const lever = levers.find((one) => one.tool().id === id);
  if (!lever) throw new Error('没有这个操作，请刷新页面再试。');
  return lever.pull(value);
}
