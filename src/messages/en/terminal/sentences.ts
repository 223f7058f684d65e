import type { SentenceMessages } from '../../tables/terminal/sentences.ts'

export const enSentences: SentenceMessages = {
  error: (what) => `error: ${what}`,
  conflict: (what) => `conflict: ${what}`,
  because: (what, why) => `${what}: ${why}`,
  undone: {
    published: 'not published',
    wouldPublish: 'it would not be published',
    rolledBack: 'not rolled back',
    takenDown: 'not taken down',
    repaired: 'not repaired',
    listed: 'the timelines cannot be listed',
  },
  aside: (text) => ` (${text})`,
  quoted: (text) => `"${text}"`,
  edition: ({ number, by, time, note }) =>
    `edition ${number} (by ${by}, ${time}${note === undefined ? '' : `: ${note}`})`,
  editionAlone: (number) => `edition ${number}`,
  nothing: 'nothing',
  place: {
    own: (origin, root) => `${origin} (npm start of ${root})`,
    foreign: (origin) => `${origin} (not of this clone)`,
    on: (place) => `On ${place}`,
  },
  question: {
    publish: (edition) => `Publish this as edition ${edition}?`,
    remove: (events, edition) =>
      `Remove ${events === 1 ? 'an event' : `${events} events`}, and publish this as edition ${edition}?`,
    bringBack: (edition) => `Bring it back, and publish this as edition ${edition}?`,
    rollBack: (edition) => `Publish that as edition ${edition}?`,
    takeDown: 'Take it down?',
    yesNo: ' [y/N] ',
    unchanged: 'Nothing was changed',
    nobody: 'nobody can be asked here: agree beforehand with --yes',
  },
  published: {
    done: (edition, timeline) => `Published as edition ${edition} of ${timeline}`,
    lost: '; the answer was lost',
    since: (edition, command) => `Since then ${edition} was published over it: ${command}`,
    again: ' (it was there already: the same publish again)',
    seen: (address) => `Readers see it: ${address}`,
    soon: 'Readers see it within two minutes, when all caches have run out.',
    stored:
      'The store has not taken it yet; the service repeats that until it has. No action needed.',
    waiting: 'published; waiting until it can be read …',
    same: (edition, timeline, file) =>
      `Nothing to publish: edition ${edition} of ${timeline} has the same content as ${file}`,
    sameAnew: 'the same content, which is stored anew',
    rehearsed: 'Nothing was published. The service would take it.',
    unasked: 'Nothing was published. Without a token (PUBLISH_TOKEN) the service was not asked.',
    untold: (command) =>
      `what changes cannot be told, since the service cannot read it now; this may fix it: ${command}`,
    from: (timeline, place, edition) => `${timeline} on ${place}, from ${edition}`,
    to: (file, merged) => `to ${file}${merged}: `,
    first: 'nothing: this is its first edition',
    takenDownWith: (edition) => `edition ${edition}, with which it was taken down`,
    notDocument: (file) => `${file} is not a document of a timeline`,
    notOfEdition: (file, edition) => `${file} is not the document of edition ${edition}`,
  },
  conflicts: {
    meanwhile: (edition) => `somebody published ${edition} meanwhile`,
    none: 'the service has no such edition to build on',
    unread: (edition) =>
      `the timeline stands at edition ${edition} by now, which cannot be read here yet`,
    since: (edition) => (edition === null ? 'It has: ' : `Since edition ${edition}: `),
    goOn: (command) => `How to go on: ${command}`,
    asksAgain: 'asks again',
    showsAgain: 'shows what it would change now, and asks again',
  },
  rolledBack: {
    untold: (timeline, edition, why) => `${timeline}, back to edition ${edition}: ${why}`,
    comesBack: (timeline, edition) =>
      `${timeline} was taken down; edition ${edition} comes back as it was`,
    same: (newest, timeline, edition) =>
      `Nothing to roll back: edition ${newest} of ${timeline} has the content of edition ${edition}`,
    from: (timeline, edition) => `${timeline}, from ${edition}`,
    backTo: (edition, changes) => `back to ${edition}: ${changes}`,
  },
  takenDown: {
    already: (timeline) => `${timeline} was taken down already.`,
    at: (timeline, place, edition) => `${timeline} on ${place}, edition ${edition}`,
    butBack: (timeline, edition) =>
      `${timeline} was taken down, but is back since then: ${edition} was published over it.`,
    done: (timeline, days, command) =>
      `${timeline} is taken down. Within ${days} days this brings it back: ${command}`,
    noTimelineAt: (timeline, place) => `there is no timeline ${timeline} on ${place}`,
  },
  compared: {
    from: (timeline, edition) => `${timeline}, from ${edition}`,
    to: (edition, changes) => `to ${edition}: ${changes}`,
  },
  listed: { contentOf: (edition) => `content of edition ${edition}`, takenDown: 'taken down' },
  large: {
    packed: (events, size) =>
      `${events} events, ${size} MB: more than 5 MB, so it is packed here and uploaded in parts`,
    packing: (done, all) => `packed ${done} of ${all} events …`,
    reading: (percent) => `read ${percent} % …`,
    uploading: (done, all) => `uploaded ${done} of ${all} MB …`,
    resumed: (had, all) => `the service has ${had} of ${all} MB from before; going on …`,
    notMerged:
      'What is larger than 5 MB is not merged: compare with what was published, then name the edition that your document takes into account:',
    incomparable: (edition) => `edition ${edition} is larger than 5 MB and is not compared here`,
    noRevisions: (edition) =>
      `the service does not tell when the events of edition ${edition} appeared and changed, which what follows must keep: update the service`,
    needsFile: (command) => `it is larger than 5 MB: name a file for it, such as ${command}`,
  },
  pulled: {
    nameOne: 'name a timeline, or a folder for all of them with --all <folder>',
    done: (file, edition, timeline) => `${file}: edition ${edition} of ${timeline}`,
    next: (command) => `When it is changed: ${command}`,
    backedUp: (folder, timelines, files) => `${folder}: ${timelines} timelines, ${files} files`,
    missing: (count) => `; ${count} not written, as told above`,
    damaged: (edition, timeline) =>
      `edition ${edition} of ${timeline} arrived damaged: its digest differs`,
    inTheWay: (file) => `${file} is there and differs: overwrite it with --force`,
  },
  repaired: {
    nameOne: 'name a timeline, or all of them with --all',
    done: 'Written anew:',
    line: (timeline, edition, kept) => `${timeline}  edition ${edition}, ${kept} kept editions`,
    notYet: (timeline) =>
      `${timeline}: storage does not accept all of it yet; the service repeats that until it does`,
    one: (timeline) => `${timeline} was not repaired`,
    some: (failed, done) =>
      `${failed} timelines were not repaired, as told above; ${done} were written anew`,
  },
  token: {
    shown: 'The token, shown this once; keep it as PUBLISH_TOKEN where you publish from:',
    entry: 'Its entry for the JSON array in the secret PUBLISH_TOKENS:',
    set: (command) => `Set the secret with: ${command}`,
    isIn: (file) => `Its entry is in ${file}. `,
    nameTaken: (file, name) =>
      `${file} has an entry named ${name}: choose another name, such as ${name}-2, so that the edition log tells them apart`,
    notEntries: (file, why) =>
      `${file} is not a JSON array of entries that can be added to: ${why}`,
  },
  files: {
    unreadable: (file, why) => `cannot read ${file}${why === null ? '' : `: ${why}`}`,
    notFetched: 'nothing is fetched: download it first',
    unwritable: (file, why) => `cannot write ${file}: ${why}`,
    reasons: {
      ENOENT: 'there is no such file',
      EACCES: 'it is not permitted',
      EPERM: 'it is not permitted',
      EROFS: 'the disk is read-only',
      EISDIR: 'it is a folder',
      ENOTDIR: 'a folder on the way is a file',
      EEXIST: 'it is there already',
      ENOSPC: 'the disk is full',
    },
    noArticle: (file, form, command) => `${file} is ${form}, no article: ${command} reads it`,
    otherKind: (file, form, command) =>
      `${file} is ${form}, not the document of a timeline: ${command} reads it into one`,
    sourcesUnclear: (count, option) => `the document has ${count} sources: name one, ${option}`,
    noSource: (id, known) =>
      `the document has no source ${id}; it has ${known.join(', ') || 'none'}`,
    answersForm: (file) => `${file} must be a JSON object: { "<question>": "<answer>" }`,
    answerForm: (file, question) => `${file}: the answer to ${question} must be a string or null`,
    begin: (failure, command) => `${failure}; ${command} begins a timeline`,
    port: (max) => `the port must be a whole number up to ${max}`,
  },
  service: {
    silent: 'The service does not answer',
    timedOut: 'it took too long',
    elsewhere: 'The service is at another address',
    redirected: (status, location) =>
      `it answered ${status} with Location ${location}; nothing was written`,
    strange: (status) => `The service answered ${status} in a form that is not its own`,
    strangeForm: 'the service answered in a form that is not its own',
    tooLong: (bytes) => `it has more than ${bytes} bytes`,
    again: (why, seconds) => `${why.replace(/\.$/, '')}; trying again in ${seconds} s`,
    token:
      'PUBLISH_TOKEN, or .jishi/token, must be at most 200 letters, digits and -._~+/ of ASCII, then perhaps =',
    notAnAddress: 'the service must be an http or https address, such as https://timelines.example',
    onlyOrigin: 'the address of the service has no user, path or query, only its origin',
    notSecure: (address) => `a service that is not on this machine is reached by https: ${address}`,
    notRunning: 'no service is running here',
    notRunningIn: (root) => `no service of ${root} is running`,
    startOrName: (what) =>
      `${what}: start it with npm start, or name one with --to <url> or JISHI_URL`,
    several: (root, options) => `${root} has several services: name one, ${options.join(' or ')}`,
    noTimeline: (timeline) => `there is no timeline ${timeline}`,
    unreadable: ({ timeline, edition }) => `edition ${edition} of ${timeline} cannot be read`,
    timelineUnreadable: (timeline) => `${timeline} cannot be read`,
    editionsUnreadable: (timeline) => `the editions of ${timeline} cannot be read`,
    incomparable: (edition) =>
      `edition ${edition} cannot be compared: its document is not of a form that this version of jishi knows`,
    whole: '(all of it)',
    more: (count) => `… and ${count} more`,
    hints: {
      later:
        'Nothing is lost: run the same command again later, or wait longer with --wait <seconds>.',
      running:
        'Is it running? Start it with npm start, or name another with --to <url> or JISHI_URL.',
      token:
        'Set PUBLISH_TOKEN to a token that the service knows and that has not expired (jishi token makes one). The token of a clone goes only to the service that npm start runs in it.',
      right:
        'The token is good, but not for this timeline: see its "timelines" in the secret PUBLISH_TOKENS.',
      kept: 'See what there is: jishi editions <timeline> lists the editions that are kept.',
      listed: 'Only the editions that jishi editions <timeline> lists are kept.',
      gone: 'It was taken down. Publishing it, or rolling back to a kept edition, brings it back.',
    },
  },
  invalid: {
    number: 'It must be a whole number.',
    language: (tags) => `It must be one of ${tags.join(', ')}, or close to one.`,
    length: 'It must have 1 to 100 characters.',
    ids: 'It must be ids of timelines, joined by commas.',
    instant:
      'It must be a day such as 2027-06-30, or an instant with an offset such as 2027-06-30T12:00:00Z.',
    passed: 'It has passed: the token would be of no use.',
    port: 'The port must be a whole number from 0 to 65535.',
  },
  preview: {
    title: (file, faults) => `${file}: ${faults}`,
    unreadable: 'The draft cannot be read',
    reloads: 'This page reloads when the draft is saved.',
  },
  start: {
    portTaken: (port, other) => `port ${port} is taken, using ${other}`,
    cloneTaken: (process, folder) =>
      `process ${process} serves this clone, keeping its data in ${folder}`,
    stop: 'Ctrl-C stops',
    stopped: (why) => `✗ stopped: ${why}`,
    notReady: (seconds, status) =>
      `the service was not ready after ${seconds} s: GET /health should answer 200, ${status === 0 ? 'nothing answers' : `the last answer was ${status}`}`,
    silent: (seconds) => `the service has gone silent: nothing has answered for ${seconds} s`,
    noWrangler: (why) => `wrangler could not be run: ${why}`,
    wranglerEnded: (code, signal) =>
      signal === null ? `wrangler ended with code ${code}` : `wrangler was ended by ${signal}`,
    hasFaults: 'the document has faults',
    served: (edition, isNew) => `edition ${edition}, ${isNew ? 'published' : 'unchanged'}`,
    notPublished: (timeline, file) => `${timeline}  not published: ${file}`,
    older: (edition, older) =>
      `${edition} stands; the file is that of edition ${older} and did not replace it`,
    others: (edition) => `${edition} stands; npm start did not make it, and does not replace it`,
    lines: {
      publish: 'Publish    ',
      pull: 'Pull       ',
      rollBack: 'Roll back  ',
      fresh: 'Afresh     ',
      page: 'Page       ',
      api: 'API        ',
      calendar: 'Calendar   ',
      subscribe: 'Subscribe  ',
      timelines: 'Timelines  ',
      reference: 'Reference  ',
      token: 'Token      ',
    },
    made: ' (made just now, for publishing)',
  },
}
