const WIDTH = 30;

/** One line that is written over where somebody watches; otherwise a line for every tenth. `steps` are their names. */
export function progressBar<Step extends string>(
  steps: Readonly<Record<Step, string>>,
  write: (text: string) => void,
  watched: boolean,
): (step: Step, done: number, all: number) => void {
  let last = '';
  return (step, done, all) => {
    const share = all === 0 ? 1 : Math.min(1, done / all);
    const percent = Math.floor(share * 100);
    const shown = watched ? percent : Math.floor(percent / 10) * 10;
    if (last === `${step} ${shown}`) return;
    last = `${step} ${shown}`;
    const full = Math.round(share * WIDTH);
    const line = `${steps[step]} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${shown}%  ${done} / ${all}`;
    write(watched ? `\r${line}${share === 1 ? '\n' : ''}` : `${line}\n`);
  };
}
