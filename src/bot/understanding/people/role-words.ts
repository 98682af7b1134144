export const ROLES = ['法定代表人', '主体负责人', '网站负责人', '核验者'] as const;
export type Role = (typeof ROLES)[number];

/** How people write each role. Of 法人 only what is not another word: 没办法人家不给过, 执法人员. */
const ROLE_WORDS = {
  法定代表人: '法定代表人|法人代表|法代|(?<![办方没执立违合宪魔]|(?<!公)司)法人(?![家员们])',
  主体负责人:
    '主体的?负责人|主办(?:单位|者|人)?的?负责人|主体(?=[和跟与同、/及以还]{1,2}(?:有)?网站)|主体(?=网站)|(?:两|二|2|俩)个?负责人',
  网站负责人:
    '(?<!主体、?)网站(?:那个|的)?负责人|(?<=主体.{1,3})网站(?:的)?负责人|站点负责人|(?:两|二|2|俩)个?负责人|(?<=主体[和跟与同、]?)网站(?=[都也])',
  核验者: '被?核验者|被核验人|核验人(?!脸|员)|核验的(?:那个)?人(?!脸)',
} as const satisfies Readonly<Record<Role, string>>;

/** Any role, as the source of a pattern. */
export const ANY_ROLE = `(?:${Object.values(ROLE_WORDS).join('|')})`;

const NAMES = ROLES.map((role) => ({ role, words: new RegExp(ROLE_WORDS[role]) }));

/** The roles a normalised message names, whoever has them; 负责人 alone is none. */
export function rolesNamedIn(normalised: string): readonly Role[] {
  return NAMES.filter(({ words }) => words.test(normalised)).map(({ role }) => role);
}
