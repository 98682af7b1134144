import { type Role, roles, SAID, TIES, WHOSE_HANDS } from './roles/statements.ts';

export interface RoleQuestion {
  /** Those the question names. */
  readonly roles: readonly Role[];
  readonly about: 'who-is' | 'difference' | 'who-verifies' | 'who-uploads';
}

/** What is said of roles, and the entries it rests on, the first said first. */
interface RoleCard {
  readonly text: string;
  readonly entries: readonly number[];
}

/** Who is who and who does what, as far as the source says it. */
export function roleCard({ roles: named, about }: RoleQuestion): RoleCard {
  const asked = whom(named, about);
  const lines = asked.map((role) => ({ role, ...SAID[about === 'difference' ? 'who-is' : about][role] }));
  const ties =
    about === 'difference' ? TIES.filter(({ between }) => between.every((role) => asked.includes(role))) : [];
  const listed = lines.length > 1;
  const said = lines.map(({ role, text }) => (listed ? `- **${role}**：${text}` : `${role}：${text}`)).join('\n');
  return {
    text: [said, ...ties.map(({ text }) => text), ...(about === 'who-uploads' ? [WHOSE_HANDS] : [])].join('\n\n'),
    entries: [...new Set([...lines, ...ties].flatMap(({ entries }) => entries))],
  };
}

/** The roles to speak of: a difference needs two of them. */
function whom(named: readonly Role[], about: RoleQuestion['about']): readonly Role[] {
  const asked = roles.filter((role) => named.includes(role));
  if (about === 'difference') return asked.length > 1 ? asked : roles;
  return asked.length > 0 ? asked : BY_ITSELF[about];
}

/** Spoken of where the question names nobody: 谁去刷脸. */
const BY_ITSELF: Readonly<Record<Exclude<RoleQuestion['about'], 'difference'>, readonly Role[]>> = {
  'who-is': roles,
  'who-verifies': ['网站负责人'],
  'who-uploads': ['主体负责人', '网站负责人'],
};
