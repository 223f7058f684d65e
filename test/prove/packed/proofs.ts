// What is promised of packed timelines, from a thousand to a million events.
import type { Proof } from '../proof.ts'
import { askMillion } from './million.ts'
import { askInNode, askInWorkerd, type Judged } from './run.ts'
import { uploadAndAsk } from './upload.ts'

const seed = 20_200_313

/** What an isolate may have. */
const workerMegabytes = 128

const judgedInWords = ({ questions, bounds, tooBroad, wrong }: Judged): string =>
  `${questions} questions, ${wrong.length} wrong, ${bounds} totals that are told to be upper bounds, ${tooBroad} words that are told to be too short`

export const ofPacked: readonly Proof[] = [
  {
    name: 'random',
    title:
      'a packed timeline of 1,000 and of 100,000 events, without and with 500 edits, answers random questions as the plain meaning of a filter does',
    unit: 'questions',
    seed,
    async run() {
      const size = { questions: 1000, edits: [0, 500], seed }
      const small = await askInNode({ ...size, events: 1000 })
      const large = await askInNode({ ...size, events: 100_000 })
      return {
        count: small.questions + large.questions,
        violations: [...small.wrong, ...large.wrong],
        seen: `of 1,000 events ${judgedInWords(small)}; of 100,000 ${judgedInWords(large)}`,
      }
    },
  },
  {
    name: 'random-workerd',
    title:
      'the same inside workerd, from local KV, as addresses of the API: of 100,000 events, without and with 500 edits',
    unit: 'questions',
    seed,
    async run() {
      const judged = await askInWorkerd({ events: 100_000, questions: 100, edits: [0, 500], seed })
      return {
        count: judged.questions,
        violations: judged.wrong,
        seen: `${judgedInWords(judged)}; pages at any depth by their cursors`,
      }
    },
  },
  {
    name: 'random-million',
    title: `the same of a million events, in Node and in workerd, where the Worker needs at most ${workerMegabytes} MB more than an idle one`,
    unit: 'questions',
    seed,
    async run() {
      const { inNode, inWorkerd, needed, resident } = await askMillion({
        events: 1_000_000,
        questions: 200,
        edits: [0],
        seed,
      })
      const tooMuch = needed > workerMegabytes ? [`${needed} MB are needed`] : []
      return {
        count: inNode.questions + inWorkerd.questions,
        violations: [...inNode.wrong, ...inWorkerd.wrong, ...tooMuch],
        seen:
          `in Node ${judgedInWords(inNode)}; in workerd, four at once, ${judgedInWords(inWorkerd)}; ` +
          `${needed} MB of heap and buffers needed beyond the idle Worker after collections while requests were under way, ` +
          `${resident} MB resident, garbage and allocator included, the store being another process`,
      }
    },
  },
  {
    name: 'upload',
    title:
      'a document of many events, in lines, is published by the command line to `npm start`, killed in the middle and begun again: random questions are answered right, and it is pulled back byte for byte',
    unit: 'events',
    seed,
    async run() {
      const events = Number(process.env['UPLOAD_EVENTS'] ?? 250_000)
      const { judged, violations, megabytes, minutes, memory } = await uploadAndAsk(events, {
        questions: 100,
        seed,
      })
      const [killed, resumed, pulled] = minutes.map((one) => `${one.toFixed(1)} min`)
      return {
        count: events,
        violations,
        seen:
          `${megabytes} MB; killed after ${killed}, published after another ${resumed} with at most ${memory[0]} MB of memory, ` +
          `pulled in ${pulled} with ${memory[1]} MB, on a machine that did much else; ${judgedInWords(judged)}`,
      }
    },
  },
]
