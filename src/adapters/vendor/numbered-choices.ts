/** Choices for people who have no buttons: what to answer for each. Letters where the choices themselves are about numbers. */
export function numberedChoices(choices: readonly string[]): string {
  if (choices.length === 0) return '';
  const marks = marksOf(choices);
  const [first, last] = [marks[0], marks.at(-1)];
  if (choices.length === 1) return `回复 ${first}：${choices[0]}`;
  const how = `回复 ${first} 到 ${last} 选择：`;
  return [how, ...choices.map((choice, at) => `${marks[at]} ${choice}`)].join('\n');
}

/** The choice that an answer like `2`, `２.`, `选2` or `B` picks; undefined where it is something else. */
export function choiceOf(text: string, choices: readonly string[]): string | undefined {
  const said = text.normalize('NFKC').replace(/\s/g, '');
  const mark = /^(?:选|选择|回复|我选)?第?([0-9]{1,2}|[a-z])[.、。)）]?(?:个|项|条)?$/i.exec(said)?.[1];
  if (mark === undefined) return undefined;
  return choices[marksOf(choices).indexOf(mark.toUpperCase())];
}

function marksOf(choices: readonly string[]): readonly string[] {
  const counts = choices.some((choice) => /^[第大约]*([0-9０-９]|[一二两三四五六七八九十]+[次个张台遍])/.test(choice));
  return choices.map((_, at) => (counts && at < 26 ? String.fromCharCode(65 + at) : String(at + 1)));
}
