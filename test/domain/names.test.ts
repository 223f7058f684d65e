import { describe, expect, test } from 'vitest'
import { readClause, readFilter, resolveNames } from '../../src/address/filter.ts'
import { nameIndexOf } from '../../src/domain/query/names.ts'
import { timeline } from '../support/feed.ts'

const person = (id: string, ...names: string[]) => ({
  id,
  kind: 'person' as const,
  name: { 'zh-Hans': names[0] ?? id },
  aliases: { en: names.slice(1) },
})
const town = timeline({
  actors: [
    person('feng', '冯素华', 'Féng Sùhuá'),
    person('li-ming', '李明', 'Café'),
    person('li-min', '黎民', 'Cafe'),
    person('ma', '马', '马云'),
    person('ma-yun', '馬', '马芸'),
    person('fa', '发'),
    person('fa-2', '髮'),
    person('zhang', ' 张三', 'Zhang San '),
  ],
})

const meant = async (name: string) => {
  const { actors } = await nameIndexOf(town)({ themes: [], actors: [name], sources: [] })
  return actors.get(name)
}

describe('a name of an actor [fault 5.1]', () => {
  test.each([
    ['feng', ['feng']],
    ['馮素華', ['feng']],
    ['FENG suhua', ['feng']],
    [' 冯素华 ', ['feng']],
    [' 馮素華\t', ['feng']],
    [' Feng ', ['feng']],
    ['张三', ['zhang']],
    ['zhang san', ['zhang']],
    ['张', undefined],
    ['CAFÉ', ['li-ming']],
    ['cafe', ['li-min']],
    ['馬', ['ma-yun']],
    ['马', ['ma']],
    ['發', ['fa', 'fa-2']],
    ['cafè', ['li-ming', 'li-min']],
    ['constructor', undefined],
    ['', undefined],
  ])('%j may stand for %j', async (name, ids) => {
    expect(await meant(name)).toEqual(ids)
  })

  test('that may stand for several is refused with their ids', async () => {
    const clause = readClause('發')
    const named = readFilter({
      theme: [],
      actor: clause.ok ? [clause.value] : [],
      source: [],
      members: undefined,
      from: undefined,
      to: undefined,
      match: undefined,
      undated: undefined,
      q: undefined,
      sort: undefined,
    })
    if (!named.ok) throw new Error('unread')
    expect(await resolveNames(named.value, nameIndexOf(town))).toEqual({
      ok: false,
      failure: [
        { parameter: 'actor', broken: { rule: 'several-things', values: { ids: ['fa', 'fa-2'] } } },
      ],
    })
  })
})
