/**
 * What the words around a place say of it, and how much that weighs. The place
 * where the filing party files, is licensed or moved to counts before that of
 * its firm, which counts before where people are or come from.
 */
export const standings = {
  /** 备案主体在, 省份, 管局 */
  files: 90,
  /** 迁到 */
  moved: 85,
  /** 注册在, 执照 */
  licensed: 80,
  /** 分公司在 */
  branch: 70,
  /** 公司在 */
  firm: 60,
  /** 粤icp备…: a number, perhaps of an earlier filing. */
  number: 55,
  /** 我们是…的 */
  self: 50,
  /** The name of a firm begins with it. */
  named: 45,
  /** …呢: the question is about it. */
  focus: 43,
  /** Nothing is said about it. */
  plain: 40,
  /** 有分公司 */
  hasBranch: 36,
  /** 想在…备案 */
  wish: 35,
  /** 办公在 */
  office: 31,
  /** 客户在 */
  client: 32,
  /** …的法人 */
  person: 30,
  /** 人在, 我在 */
  here: 30,
  /** 总部在 */
  head: 29,
  /** 老板在 */
  third: 20,
  /** 公章在 */
  thing: 20,
  /** 打算迁到 */
  planned: 20,
  /** 出差 */
  trip: 18,
  /** A school, which may have campuses elsewhere. */
  school: 15,
  /** 朋友公司在 */
  other: 10,
  /** 老家 */
  home: 10,
  /** 以前在 */
  former: 8,
  /** 从…迁 */
  from: 5,
  /** 服务器在; 不是 */
  never: 0,
} as const;
export type Standing = keyof typeof standings;

/** From here on a place says where the filing party is, unless a weightier one does. */
export const TELLS: number = standings.head;

/** A place that a message names, or several that it names in one breath (济南和南京, 江苏苏州). */
export interface Place {
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** One list for each name: the provinces that have a place of that name. */
  readonly provinces: readonly (readonly string[])[];
  readonly standing: Standing;
  /** Orders places; see `standings`. */
  readonly weight: number;
  /** The words that decided; empty for none. */
  readonly because: string;
}
