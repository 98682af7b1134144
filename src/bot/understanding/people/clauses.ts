/** A piece of a message between two marks. */
export interface Clause {
  readonly text: string;
  /** It asks for yes or no: "…吗", "能不能…", a bare "本人?". */
  readonly asks: boolean;
  /** It supposes: "如果…", "万一…". */
  readonly supposes: boolean;
}

/** Commas between digits belong to a number, dots to a version. */
const PIECE = /(?:[^,.。?!;:~\n]|(?<=\d)[,.~](?=\d))+|[,.。?!;:~\n]+/g;
/** Oaths may stand anywhere and mean nothing: 终于他妈的过了. */
const OATH = /他妈的?|特么的?|他娘的|尼玛的?|妈的|踏马的?|\btmd\b|\bfucking\b/g;
const YES_OR_NO =
  /(吗|(?:可以|行|能|对)嘛|[了过]没有?|否)[啊呀的呢]*$|么$(?<!什么|怎么|这么|那么)|[^不]不$|是不是|要不要|能不能|可不可以|可否|能否|是否|会不会|行不行|用不用|需不需要|该不该|有没有|好不好|得不得|吗/;
const OPEN_QUESTION = /怎|咋|为什么|为啥|为何|什么|啥|凭|哪|谁|几|多少|点解|why|how|what/;
const SUPPOSES = /如果|要是|万一|假如|假设|倘若|若是|的话|\bif\b/;

/** The clauses of a normalised message, in order. */
export function clausesIn(normalised: string): readonly Clause[] {
  const pieces = normalised.replace(OATH, '').match(PIECE) ?? [];
  return pieces.flatMap((piece, at) => {
    const text = piece.trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const marked = (pieces[at + 1] ?? '').includes('?') && !OPEN_QUESTION.test(text);
    return [{ text, asks: marked || YES_OR_NO.test(text), supposes: SUPPOSES.test(text) }];
  });
}
