// Atom of 10,000 Chinese events: our writer and the package feed in turns, in one run.
// Usage: node --expose-gc test/bench/atom.ts [events] [rounds]
import { Feed as FeedPackage } from 'feed'
import { atom } from '../../src/formats/feed/atom.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { dateInWords } from '../../src/messages/dates.ts'
import { compareWriters } from './writers/turns.ts'

compareWriters(
  [
    ['ours', atom.write],
    ['feed', feedPackage],
  ],
  (text) => `${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`,
)

/** The same contents, read from the same feed. */
function feedPackage({ timeline, events, links }: FormatInput): string {
  const text = (map: Readonly<Record<string, string>>) => map[timeline.language] ?? ''
  const labels = new Map(timeline.themes.map(({ id, label }) => [id, text(label)]))
  const names = new Map(timeline.actors.map(({ id, name }) => [id, text(name)]))
  const tag = `tag:${timeline.authority.domain},${timeline.authority.date}:${timeline.id}`
  const written = new FeedPackage({
    id: tag,
    title: text(timeline.title),
    link: links.page,
    updated: new Date('2026-10-01T08:30:00Z'),
    author: { name: timeline.authority.domain },
    feedLinks: { atom: links.self },
  })
  for (const event of events) {
    const who = event.actors.map((id) => names.get(id) ?? id)
    const themes = event.themes.map((id) => labels.get(id) ?? id)
    const modified = new Date(event.revision.instant)
    const quotes = event.citations.map(({ exact }) => `<blockquote>${exact}</blockquote>`).join('')
    written.addItem({
      id: `${tag}/${event.id}`,
      link: links.event(event.id),
      title: `${dateInWords(event.when, 'zh-Hans')}：${text(event.title)}`,
      date: modified,
      published: modified,
      description: text(event.summary ?? {}),
      content: `<p><strong>${dateInWords(event.when, 'zh-Hans')}</strong></p><p>${text(event.summary ?? {})}</p>${quotes}<p>— <cite>小镇日报</cite>，2020-03-13</p><p>主题：${themes.join('、')}</p><p>人物、机构与地点：${who.join('、')}</p>`,
      category: [
        ...event.themes.map((id, i) => ({
          term: id,
          scheme: `${tag}/themes/`,
          name: themes[i] ?? id,
        })),
        ...event.actors.map((id, i) => ({
          term: id,
          scheme: `${tag}/actors/`,
          name: who[i] ?? id,
        })),
      ],
    })
  }
  return written.atom1()
}
