import type { PrivacyWords } from './privacy-words.ts';

export const inEnglish: PrivacyWords = {
  lang: 'en',
  title: 'How the filing assistant handles your personal data',
  who: (name) =>
    name === undefined
      ? 'The filing assistant is provided by whoever runs the site that you are using. Who that is and how to reach them is said on the site, or ask its customer service.'
      : `The filing assistant is provided by ${name}, who is also responsible for your personal data.`,
  sections: (days) => [
    {
      head: 'What we handle, and what for',
      lines: [
        [
          'What you write',
          'To answer questions about uploading filing materials and verification. Identity numbers, unified social credit codes, phone numbers, and names that you are asked for are masked before anything is stored; the originals are not kept.',
        ],
        [
          'Pictures that you send',
          'Only to check whether they meet the upload requirements. Pictures of documents are sensitive personal data: you are asked for your consent before the first one, and you can also describe it in words.',
        ],
        ['Contacts of messages that you leave', 'Only to answer them; stored encrypted.'],
        [
          'The case card (phone model, versions of the system and the app, province and so on)',
          'To tell which problem you have; the agent who helps you sees it, too.',
        ],
        ['Your ratings', 'To improve the answers.'],
      ],
    },
    {
      head: 'How long it is kept',
      lines: [
        [
          'Pictures',
          'Deleted 24 hours after the problem is solved, and after 7 days at the latest. Pictures without consent are only held in memory, for 10 minutes at most.',
        ],
        [
          'The conversation, messages left and the case card',
          days === undefined
            ? 'Until you delete them, unless the operator states another period.'
            : `Deleted ${days} days after the last word, and whenever you delete them. A message left that is not answered yet is kept until it is.`,
        ],
        ['Back-ups', 'Where the operator makes them, they go when they expire.'],
      ],
    },
    {
      head: 'Who sees it',
      lines: [
        [
          'The agent who handles your question',
          'Contacts and pictures are covered; to see them an agent has to give a reason, and each time is logged.',
        ],
        [
          'DingTalk, WeChat, WeCom',
          'Where you come from there, messages pass through these platforms, whose own rules apply.',
        ],
        [
          'E-mail',
          'Where the operator has set it up, answers to messages that you left go to the address that you gave.',
        ],
        [
          'External model services',
          'Where the operator uses them, they get only text with masked numbers, and no pictures.',
        ],
        ['Others', 'Nobody else.'],
      ],
    },
    {
      head: 'What you can do',
      lines: [
        [
          'See it and take it along',
          'Choose “Download my data” in the menu, or send these words. You get an archive with the conversation, pictures, contacts of messages left, and the case card.',
        ],
        ['Correct it', 'What is wrong on the case card can be changed there.'],
        [
          'Withdraw your consent',
          'Choose “Withdraw consent to pictures” in the menu, or send “withdraw my consent”. The pictures of this conversation are deleted at once, and you are asked again before the next one. Checks that were made before are not affected.',
        ],
        [
          'Delete it',
          'Choose “Delete my data” in the menu, or send these words. You get a receipt. What stays is the audit log (who did what and when, nothing of the conversation), statistics that tell of no person, and back-ups until they expire.',
        ],
        ['Reach a person', 'Not content with what the bot says? Press “Agent” at any time.'],
      ],
    },
    {
      head: 'How it is protected',
      lines: [
        ['Encryption', 'Pictures and contacts are stored encrypted (AES-256-GCM).'],
        [
          'Records',
          'Agents sign in with a password, and a one-time code where set; seeing originals, exports and deletions are logged, and the log cannot be changed.',
        ],
      ],
    },
  ],
  colon: ': ',
  reach: 'How to reach us',
  how: (hasContact) =>
    hasContact
      ? 'To ask, to complain, or where the ways above are not enough, write to or call: '
      : 'To ask, to complain, or where the ways above are not enough, turn to the site that you are using, or press “Agent”.',
  back: 'Open the filing assistant',
};
