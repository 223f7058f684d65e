import type { AuthoringMessages } from '../tables/authoring.ts'

export const enAuthoring: AuthoringMessages = {
  begin: {
    notAnId: (id, proposal) =>
      `${id} is not an id: an id has 1 to 64 of a-z, 0-9 and -, and begins and ends with a letter or digit${proposal === null ? '' : `, such as ${proposal}`}`,
    taken: (folder) =>
      `${folder} is there already, and nothing was changed: choose another id, or go on with that timeline`,
    unwritable: (folder, why) => `cannot write ${folder}: ${why}`,
    missing: 'a new timeline needs',
    asks: {
      title: 'the title that readers see',
      language: 'the language of its texts: zh-Hans, zh-Hant, en or another tag',
      timeZone: 'the time zone whose days date its events, such as Asia/Shanghai',
      domain:
        'a domain name that you or your house hold, such as timelines.example, for permanent identifiers; it is never changed',
    },
    made: (file, sources) =>
      `${file} is made, a valid timeline without events; the texts of its sources go into ${sources}`,
    next: 'Next:',
    steps: {
      preview: 'shows it while you write',
      check: 'says what is wrong with it',
      publish: 'publishes it',
    },
  },
}
