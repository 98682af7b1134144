import { align, type Edit } from './align.ts';
import type { Difference, NamePair } from './layer.ts';
import { whyConfused } from './look-alikes.ts';

const LETTERS = /^[A-Z\s'-]+$/i;
/** Not counted when a place is named: people count characters. */
const MARKS = /[·•・‧･∙⋅●．.。()[\]（）【】〔〕]/g;

/** What still differs in two peeled names of one kind: the order, whole words, or single characters. */
export function remaining({ typed, document }: NamePair): readonly Difference[] {
  if (typed === document) return [];
  const letters = LETTERS.test(typed) && LETTERS.test(document);
  if (letters && document.includes(' ')) return words(typed.split(' '), document.split(' '));
  const [mine, theirs] = [typed, document].map((name) => [...name.replace(MARKS, '')]);
  return characters(mine ?? [], theirs ?? [], letters ? '字母' : '字');
}

function words(typed: readonly string[], document: readonly string[]): readonly Difference[] {
  if (sorted(typed) === sorted(document)) {
    return [{ evidence: '每个词都对，但先后顺序和证件上不同。', advice: '请按证件上的先后顺序填。' }];
  }
  return align(typed, document).map(word);
}

function word(edit: Edit): Difference {
  switch (edit.is) {
    case 'missing':
      return { evidence: `少了证件上的第 ${edit.documentAt + 1} 个词。`, advice: '请照证件补全。' };
    case 'extra':
      return { evidence: `多了第 ${edit.typedAt + 1} 个词。`, advice: '请照证件删掉多出来的词。' };
    case 'changed':
      return { evidence: `第 ${edit.typedAt + 1} 个词的拼写和证件上不同。`, advice: '请照证件逐个字母核对后改过来。' };
  }
}

function characters(typed: readonly string[], document: readonly string[], unit: string): readonly Difference[] {
  const edits = align(typed, document);
  if (edits.length === 0) return [{ evidence: '点或括号的有无或位置和证件上不同。', advice: '请照证件改过来。' }];
  if (sorted(typed) === sorted(document)) return [order(typed, document, unit)];
  if (edits.length > Math.min(3, Math.ceil(document.length / 2))) {
    const lengths =
      typed.length === document.length
        ? ''
        : `填写的有 ${typed.length} 个${unit}，证件上有 ${document.length} 个${unit}。`;
    return [
      {
        evidence: `两个名字有 ${edits.length} 处不同。${lengths}`,
        advice: '请确认填的是同一个人（或单位），再照证件重新填一遍。',
      },
    ];
  }
  return edits.map((edit) => one(edit, typed, document, unit));
}

function order(typed: readonly string[], document: readonly string[], unit: string): Difference {
  const moved = typed.flatMap((character, at) => (character === document[at] ? [] : [at + 1]));
  const evidence =
    moved.length === 2
      ? `第 ${moved[0]} 个${unit}和第 ${moved[1]} 个${unit}的顺序反了。`
      : `${unit}都对，但先后顺序和证件上不同。`;
  return { evidence, advice: '请按证件上的先后顺序填。' };
}

/** One edit in words. Of the names only what differs is shown: 张*伟 the other way round. */
function one(edit: Edit, typed: readonly string[], document: readonly string[], unit: string): Difference {
  switch (edit.is) {
    case 'changed': {
      const why = whyConfused(typed[edit.typedAt] ?? '', document[edit.documentAt] ?? '');
      const shown = `填写的是“${only(typed, edit.typedAt)}”，证件上是“${only(document, edit.documentAt)}”`;
      return {
        evidence: `第 ${edit.typedAt + 1} 个${unit}不同：${shown}${why ? `。${why}` : ''}。`,
        advice: '请照证件改过来。',
      };
    }
    case 'missing':
      return { evidence: `少了证件上的第 ${edit.documentAt + 1} 个${unit}。`, advice: '请照证件补全。' };
    case 'extra': {
      const [here, next] = [edit.typedAt + 1, edit.typedAt + 2];
      const evidence =
        typed[edit.typedAt] === typed[edit.typedAt + 1]
          ? `第 ${here} 个${unit}和第 ${next} 个${unit}重复了，证件上只有一个。`
          : `多了第 ${here} 个${unit}：“${only(typed, edit.typedAt)}”。`;
      return { evidence, advice: `请照证件删掉多出来的${unit}。` };
    }
  }
}

/** A name with one character shown; of a long one that character alone. */
function only(name: readonly string[], at: number): string {
  const shown = name[at] ?? '';
  return name.length > 8 ? shown : name.map((_, place) => (place === at ? shown : '*')).join('');
}

function sorted(parts: readonly string[]): string {
  return [...parts].sort().join(' ');
}
