// New properties for iCalendar (RFC 7986) by clause.
import { describe, expect, it } from 'vitest'
import { ics } from '../../src/formats/icalendar/ics.ts'
import { feed, timeline } from '../support/feed.ts'
import { readText, textOf, valuesOf } from '../support/ics-octets.ts'

const plain = feed()
const calendar = readText(ics.write(plain))
const property = (wanted: string) => calendar.properties.find(({ name }) => name === wanted)

/** Of CSS Color Module Level 3, 4.3: the keywords in use. */
const colorNames = new Set(
  `darkcyan darkorange deeppink firebrick goldenrod mediumpurple olive royalblue seagreen sienna
  slategray steelblue`.split(/\s+/),
)

describe('RFC 7986', () => {
  it('5.1 NAME says the same as X-WR-CALNAME', () => {
    expect(valuesOf(calendar, 'NAME')).toEqual(['小镇纪事'])
    expect(valuesOf(calendar, 'X-WR-CALNAME')).toEqual(['小镇纪事'])
  })

  it('5.2 DESCRIPTION says the same as X-WR-CALDESC', () => {
    const described = readText(ics.write(feed({ setAside: 2, total: 9 })))
    expect(valuesOf(described, 'DESCRIPTION')).toEqual(valuesOf(described, 'X-WR-CALDESC'))
    expect(textOf(described, 'DESCRIPTION')).toContain('\n')
  })

  it('5.4 LAST-MODIFIED is the instant of the edition', () => {
    expect(textOf(calendar, 'LAST-MODIFIED')).toBe('20261001T083000Z')
  })

  it('5.5 URL is the page for people', () => {
    expect(property('URL')).toEqual({ name: 'URL', parameters: '', value: plain.links.page })
  })

  it('5.7 REFRESH-INTERVAL states its type and says the same as X-PUBLISHED-TTL', () => {
    expect(property('REFRESH-INTERVAL')).toEqual({
      name: 'REFRESH-INTERVAL',
      parameters: ';VALUE=DURATION',
      value: 'PT12H',
    })
    expect(valuesOf(calendar, 'X-PUBLISHED-TTL')).toEqual(['PT12H'])
  })

  it('5.8 SOURCE states its type and is the address to subscribe to, with its filters', () => {
    const subscription = `${plain.links.subscription}?theme=reopening,prevention`
    const links = { ...plain.links, subscription, self: `${subscription}&cursor=x` }
    const source = readText(ics.write(feed({ links }))).properties.find(
      ({ name }) => name === 'SOURCE',
    )
    expect(source).toEqual({ name: 'SOURCE', parameters: ';VALUE=URI', value: subscription })
  })

  it('5.9 COLOR is a name of CSS3, another one for each colour of a theme', () => {
    const colors = Array.from({ length: 12 }, (_, color) => {
      const themes = [{ id: 'prevention', label: { en: 'x' }, color }]
      return textOf(readText(ics.write(feed({ timeline: timeline({ themes }) }))), 'COLOR')
    })
    expect(new Set(colors)).toEqual(colorNames)
  })
})
