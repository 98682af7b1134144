/** What one day came to so far. */
export interface DayFigures {
  /** In which the person said something that day. */
  readonly conversations: number;
  /** Answered by the assistant alone, and quiet since. */
  readonly solvedByBot: number;
  /** Went from the assistant to the people of the desk that day: into the queue, as a 留言, or taken by an agent. */
  readonly handedOver: number;
  /** Ended by an agent as solved or advised that day, and not back at the desk since. */
  readonly solvedByPeople: number;
  /** 留言 that wait for an answer now, whatever day they are of. */
  readonly ticketsOpen: number;
  /** 留言 answered that day. */
  readonly ticketsAnswered: number;
  /** Waits that ended that day because an agent came, in milliseconds. */
  readonly waits: readonly number[];
}

/** A day as it is counted; instants in ISO 8601. */
export interface Day {
  readonly from: string;
  /** The assistant's conversations that were quiet since then are counted as over. */
  readonly quietSince: string;
}

/** What one side said last. */
export interface LastWord {
  readonly talk: string;
  readonly by: 'user' | 'agent';
  readonly at: string;
  /** Masked, as it is stored. */
  readonly text: string;
  readonly pictures: number;
}

export interface DeskNote {
  readonly talk: string;
  readonly at: string;
  readonly author: string | null;
  /** Masked. */
  readonly text: string;
}

/** What those who watch over the desk read of many conversations at once. */
export interface SupervisionStore {
  dayFigures(day: Day): Promise<DayFigures>;
  /** Of each talk the last line of its person, and that of its agents. */
  lastWords(talks: readonly string[]): Promise<readonly LastWord[]>;
  /** What agents noted for each other, from the oldest. */
  notesOf(talks: readonly string[]): Promise<readonly DeskNote[]>;
}
