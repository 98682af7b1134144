/** A button under something that was shown. */
export interface Button {
  readonly id: string;
  readonly label: string;
  /** Opens an address as well. */
  readonly link?: string;
  readonly isOff?: boolean;
}

/** How the platform judged what a person did. */
export interface Judged {
  readonly tone: 'good' | 'notice' | 'problem';
  readonly text: string;
}

/** One thing in a conversation. `at` is in ms since 1970. */
export interface Shown {
  readonly key: string;
  readonly at: number;
  readonly side: 'person' | 'service' | 'note';
  readonly who: string;
  readonly form: 'text' | 'markdown' | 'picture';
  readonly text: string;
  /** Where the picture is. */
  readonly picture?: string;
  readonly buttons?: readonly Button[];
  /** Words under the buttons. */
  readonly after?: string;
  /** Small print under it. */
  readonly tail?: string;
  readonly judged?: Judged;
}

/** Something that can be done or switched beside writing. */
export interface Tool {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** `words`: a button with a field. */
  readonly is: 'button' | 'switch' | 'choice' | 'words';
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  readonly chosen?: string;
  /** What a field holds at first. */
  readonly words?: string;
}

export interface Speaker {
  readonly id: string;
  readonly name: string;
}

/** One conversation. */
export interface Room {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Who can write, and press buttons. */
  readonly speakers: readonly Speaker[];
  /** Only what @-mentions the robot reaches it. */
  readonly isGroup: boolean;
  readonly status: readonly string[];
  readonly lines: readonly Shown[];
  /** The platform's menu under the conversation. */
  readonly menu: readonly Button[];
  readonly tools: readonly Tool[];
}

/** One call that the service made. */
export interface Call {
  readonly at: number;
  readonly line: string;
  readonly outcome: string;
  readonly body: string;
}

/** Everything that a page shows of its platform. Plain JSON. */
export interface View {
  readonly status: readonly string[];
  readonly rooms: readonly Room[];
  readonly tools: readonly Tool[];
  readonly violations: readonly string[];
  readonly lost: readonly string[];
  /** The newest first. */
  readonly calls: readonly Call[];
}
