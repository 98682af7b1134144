/** What a message says anywhere, whatever place it is that is weighed: looked for once, since a message may name many. */
export interface SaidAnywhere {
  /** A person files as themself: the identity card is what a licence is to a firm. */
  readonly isPersonal: boolean;
  /** 用总公司备案: what is said of the head office before holds of where it is. */
  readonly headFiles: boolean;
  /** Which of several firms files, by what it was called beside its place: 备第二家, 用B公司. */
  readonly firm: string | undefined;
  /** 帮朋友备案. */
  readonly onBehalf: boolean;
  /** 工商还没变更完: the move is under way. */
  readonly isMoving: boolean;
}

const PERSONAL = /个人(?:备案|主体|名义|网站|站|博客)|以个人/u;
const HEAD_FILES =
  /(?:[用以拿按走]|主体[是用填]?|备案的?[是用填]?)的?(?:总公司|总部|母公司|集团)|(?:总公司|总部|母公司)(?:的?(?:名义|主体|执照))?[来去]?备案/u;
const FILES_ONE = /(?:备案?(?:的是|的|是|用)?|[用拿以]|主体[是用])(?:我们)?(第[一二三四]家|[a-z]公司|[新老子]公司)/u;
const ON_BEHALF = /帮|替|代|给/u;
const UNDER_WAY = /(?:工商|执照|迁址|迁移|变更|手续)[^,。!?;]{0,6}(?:还没|尚未|没[有弄办换改变])/u;

export function saidAnywhere(text: string): SaidAnywhere {
  return {
    isPersonal: PERSONAL.test(text),
    headFiles: HEAD_FILES.test(text),
    firm: FILES_ONE.exec(text)?.[1],
    onBehalf: ON_BEHALF.test(text),
    isMoving: UNDER_WAY.test(text),
  };
}
