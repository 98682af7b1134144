import { maskedName } from '../../diagnostics/names/mask-names.ts';
import { isNameLike, isPerson } from '../../diagnostics/names/name-like.ts';

/** 我叫张三, 法人是李四, 姓名：王五. */
const INTRODUCED =
  /(叫|(?:姓名|名字)[是为叫]?[:：]?|(?:法人|代表人|负责人|经办人|核验者|核验人|老板|会计|同事|我)是) ?(\p{Script=Han}{2,4})(?=[^\p{Script=Han}]|的|$)/gu;

/** A text in which of the names of persons that it introduces only the first character stays. */
export function introducedMasked(text: string): string {
  return text.replace(INTRODUCED, (all, before: string, name: string) =>
    isPerson(name) && isNameLike(name) ? before + maskedName(name) : all,
  );
}
