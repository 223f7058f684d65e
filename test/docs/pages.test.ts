// The pages as such: links lead somewhere, JSON parses, the README keeps its measure.
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchors, codeBlocks, linkTargets } from '../support/markdown.ts'
import { pagePaths, readText, root } from '../support/pages.ts'

describe('every page', () => {
  test('links only to files and headings that there are', () => {
    let checked = 0
    const dead: string[] = []
    for (const path of pagePaths) {
      for (const target of linkTargets(readText(path))) {
        if (/^[a-z]+:/.test(target)) continue
        checked++
        const [file = '', anchor] = target.split('#')
        const there = file === '' ? path : normalize(join(dirname(path), file))
        const isDead =
          !existsSync(join(root, there)) ||
          (anchor !== undefined && !anchors(readText(there)).includes(anchor))
        if (isDead) dead.push(`${path}: ${target}`)
      }
    }
    expect(dead).toEqual([])
    expect(checked).toBeGreaterThan(50)
  })

  test('shows JSON that parses', () => {
    let checked = 0
    for (const path of pagePaths) {
      for (const { language, code, line } of codeBlocks(readText(path))) {
        if (language !== 'json') continue
        checked++
        expect(() => JSON.parse(code) as unknown, `${path}:${line}`).not.toThrow()
      }
    }
    expect(checked).toBeGreaterThan(8)
  })

  test('has one heading of the first level', () => {
    expect(pagePaths.length).toBeGreaterThan(10)
    for (const path of pagePaths) {
      const prose = readText(path).replaceAll(/^```[\s\S]*?^```$/gm, '')
      expect(prose.match(/^# /gm), path).toHaveLength(1)
    }
  })

  test('is reached from the index of its folder', () => {
    const linked = (index: string): string[] =>
      linkTargets(readText(index)).map((target) => normalize(join(dirname(index), target)))
    for (const folder of ['docs', 'docs/decisions']) {
      const index = `${folder}/README.md`
      const pages = pagePaths.filter((path) => dirname(path) === folder && path !== index)
      expect(pages.length).toBeGreaterThan(4)
      expect(linked(index)).toEqual(expect.arrayContaining(pages))
    }
  })
})

describe('README.md', () => {
  const readme = readText('README.md')

  test('has fewer than 200 lines', () => {
    expect(readme.split('\n').length).toBeLessThan(200)
  })

  test('begins with what it is, a picture, the commands, a query and its answer, an embed, a calendar', () => {
    const blocks = codeBlocks(readme)
    expect(blocks.slice(0, 4).map(({ language }) => language)).toEqual(['sh', 'sh', 'json', 'html'])
    expect(blocks[0]?.code).toMatch(/^git clone .+\nnpm ci && npm start\nnpm ci && npm test$/)
    expect(blocks[3]?.code.split('\n')).toHaveLength(1)
    const picture =
      /!\[[^\]]{40,}\]\(([^)]+)\)/.exec(readme.slice(0, readme.indexOf('```')))?.[1] ?? ''
    expect(existsSync(join(root, picture))).toBe(true)
    const first = readme.slice(0, readme.indexOf('\n## '))
    expect(first).toMatch(/`webcal:\/\/[^`]+\.ics[^`]*`/)
    for (const page of ['/subscribe', '/embed-code']) expect(first).toContain(page)
  })
})
