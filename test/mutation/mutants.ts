// Mutants of a source: each changes one operator, condition, literal or call. All of them are written into
// one text, where `__mutant` chooses at run time, so that a module is loaded once for all of its mutants.
import { parseAst } from 'vitest/node'

export interface Mutant {
  readonly file: string
  readonly line: number
  readonly original: string
  readonly changed: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** The operators that stand for each other. */
const swapped: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
}

const swappedCalls: Readonly<Record<string, string>> = {
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
}

/** Calls that may be left out: what they are called on is of the same type. */
const droppedCalls = new Set([
  'trim',
  'filter',
  'toSorted',
  'toReversed',
  'slice',
  'normalize',
  'replaceAll',
  'replace',
])

/** The text in which every mutant is chosen by its number, the first of which is `first`. */
export function mutated(file: string, source: string, first: number) {
  const mutants: Mutant[] = []
  const lineOf = (at: number): number => source.slice(0, at).split('\n').length

  const choose = (node: Node, text: string, variants: readonly string[]): string => {
    let chosen = text
    const own = source.slice(node.start, node.end)
    for (const changed of variants) {
      const number = first + mutants.length
      mutants.push({ file, line: lineOf(node.start), original: own, changed })
      chosen = `(__mutant(${number}) ? (${changed}) : ${chosen})`
    }
    return variants.length === 0 ? text : chosen
  }

  /** The text of a node with the mutants of all nodes in it. */
  const render = (node: Node): string => {
    let text = ''
    let at = node.start
    for (const child of childrenOf(node)) {
      text += source.slice(at, child.start) + render(child)
      at = child.end
    }
    text += source.slice(at, node.end)
    if (node.type === 'BlockStatement' || node.type === 'Program') return text
    const whole = node.type === 'ArrowFunctionExpression' ? `(${text})` : text
    return choose(node, whole, variantsOf(node, source))
  }

  // What replaces it is of a package that this one does not name.
  // oxlint-disable-next-line typescript/no-deprecated
  const program = parseAst(source, { lang: 'ts' }) as unknown as Node
  const text = source.slice(0, program.start) + render(program) + source.slice(program.end)
  return { text, mutants }
}

/** Where a value could be chosen: no types, no names, no keys, no patterns, no imports. */
function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = []
  for (const [key, value] of Object.entries(node)) {
    if (skippedKeys.has(key) || (key === 'key' && node['computed'] !== true)) continue
    if (key === 'property' && node['computed'] !== true) continue
    if (key === 'params' || (key === 'id' && node.type !== 'Program')) continue
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) children.push(each)
  }
  return children.toSorted((a, b) => a.start - b.start)
}

const skippedKeys = new Set([
  'source',
  'specifiers',
  'attributes',
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
  'returnType',
])

const skippedTypes =
  /^(?:Import|ExportAll|TS(?!AsExpression|NonNullExpression|SatisfiesExpression))|Pattern$|^TemplateElement$|^Directive/

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  'start' in value &&
  !skippedTypes.test((value as Node).type) &&
  typeof (value as Node)['directive'] !== 'string'

function variantsOf(node: Node, source: string): readonly string[] {
  const textOf = (each: unknown): string => source.slice((each as Node).start, (each as Node).end)
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const { left, right, operator } = node
      const isText = [left, right].some((side) => isTextual(side as Node))
      if (operator === '+' && isText) return []
      return (swapped[String(operator)] ?? []).map(
        (other) => `(${textOf(left)}) ${other} (${textOf(right)})`,
      )
    }
    case 'ConditionalExpression':
      return [textOf(node['consequent']), textOf(node['alternate'])]
    case 'UnaryExpression':
      return node['operator'] === '!' ? [textOf(node['argument'])] : []
    case 'Literal':
      return literals(node)
    case 'ArrayExpression':
      return (node['elements'] as unknown[]).length > 0 ? ['[]'] : []
    case 'CallExpression':
      return calls(node, textOf)
    default:
      return []
  }
}

function literals({ value, raw }: Node): readonly string[] {
  if (typeof value === 'boolean') return [String(!value)]
  if (typeof value === 'string') return value === '' ? ["'mutant'"] : ["''"]
  if (typeof value === 'number') return [`${value} + 1`]
  const text = String(raw)
  const [, body = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(text) ?? []
  return [
    ...(body.startsWith('^') ? [`/${body.slice(1)}/${flags}`] : []),
    ...(/[^\\]\$$/.test(body) ? [`/${body.slice(0, -1)}/${flags}`] : []),
  ]
}

function calls(node: Node, textOf: (node: unknown) => string): readonly string[] {
  const callee = node['callee'] as Node
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return []
  const name = textOf(callee['property'])
  const on = textOf(callee['object'])
  const other = Object.hasOwn(swappedCalls, name) ? swappedCalls[name] : undefined
  if (other !== undefined) {
    const given = (node['arguments'] as Node[]).map(textOf).join(', ')
    return [`${on}.${other}(${given})`]
  }
  return droppedCalls.has(name) ? [on] : []
}

const isTextual = (node: Node): boolean =>
  node.type === 'TemplateLiteral' ||
  (node.type === 'Literal' && typeof node['value'] === 'string') ||
  (node.type === 'BinaryExpression' &&
    [node['left'], node['right']].some((side) => isTextual(side as Node)))
