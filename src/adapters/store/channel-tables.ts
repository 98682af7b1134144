/** The tables of channels of vendors. */
export interface ChannelTables {
  readonly inbox: InboxTable;
  readonly vendor_memory: VendorMemoryTable;
  readonly windows: WindowsTable;
}

/** What came from vendors; primary key (channel, id). Once done only the id is left. */
interface InboxTable {
  readonly channel: string;
  readonly id: string;
  readonly key: string;
  /** Orders what was said in the same moment: microseconds at which it came. */
  readonly nth: number;
  readonly at: string;
  readonly sealed: string | null;
  readonly tries: number;
  /** From when on somebody may begin it. */
  readonly free_at: string;
  readonly done_at: string | null;
}

/** What adapters remember; `held_until` while one keeps the others away. */
interface VendorMemoryTable {
  readonly name: string;
  readonly value: string | null;
  readonly until: string | null;
  readonly held_until: string | null;
}

/** One row a talk; `messages` is null where they are not counted. */
interface WindowsTable {
  readonly talk: string;
  readonly until: string;
  readonly messages: number | null;
}
