// The script of the embed page that takes its preview away: as a picture, drawn with the reader's own
// typefaces, and as text with links, for editors that take neither script nor frame. As text, like
// the other scripts of pages (scripts.ts).

/**
 * The picture is drawn anew as SVG without style sheets: every shape and every line of text with its
 * computed colours and typefaces, in pixels, so that any program shows it. For PNG the browser paints it
 * at twice its size; a `data:` address keeps the canvas readable in every browser, since the picture
 * holds no foreign markup.
 *
 * Text is copied as HTML and as plain text. If the clipboard API is missing (no TLS) or denied, the text
 * is put into the page, selected, and copied the older way; if that fails, too, it stays selected for the
 * reader to copy.
 */
export const takeAwayCode = `{
const place = document.querySelector('.take-away')
const [png, svg, text] = place.querySelectorAll('button')
const status = place.querySelector('[role=status]')
const timeline = document.querySelector('event-timeline')
const find = (selector) => timeline.shadowRoot.querySelector(selector)

const namespace = 'http://www.w3.org/2000/svg'
const shape = (name, attributes, parent) => {
  const node = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  parent.append(node)
  return node
}

const pixel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
  .getContext('2d', { willReadFrequently: true })
const plainColor = (color) => {
  if (!color || color === 'none' || color.startsWith('url(')) return color
  pixel.clearRect(0, 0, 1, 1)
  pixel.fillStyle = color
  pixel.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data
  return alpha === 0 ? 'none' : 'rgb(' + red + ',' + green + ',' + blue + ')'
}

const colors = ['fill', 'stroke', 'stop-color']
const others = ['stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stop-opacity', 'opacity',
  'paint-order', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'overflow']
const styled = (copy, original) => {
  const style = getComputedStyle(original)
  for (const name of colors) copy.setAttribute(name, plainColor(style.getPropertyValue(name)).replace(/"/g, ''))
  for (const name of others) copy.setAttribute(name, style.getPropertyValue(name))
  for (const name of ['class', 'href', 'tabindex', 'aria-hidden']) copy.removeAttribute(name)
  ;[...copy.children].forEach((child, i) => styled(child, original.children[i]))
}

const linesOf = (node) => {
  const lines = []
  const range = document.createRange()
  let at = 0
  for (const character of node.data) {
    range.setStart(node, at)
    range.setEnd(node, (at += character.length))
    const box = range.getClientRects()[0]
    const line = lines.at(-1)
    if (!box) continue
    if (line && Math.abs(line.top - box.top) < box.height / 2) {
      line.text += character
      line.left = Math.min(line.left, box.left)
    } else lines.push({ text: character, left: box.left, top: box.top, height: box.height })
  }
  return lines
}

const border = (node, style, side, box, picture) => {
  const width = parseFloat(style['border-' + side + '-width'])
  if (!width || style['border-' + side + '-style'] === 'none') return
  const y = side === 'top' ? box.top : box.bottom
  shape('line', { x1: box.left, x2: box.right, y1: y, y2: y, stroke: plainColor(style['border-' + side + '-color']), 'stroke-width': width }, picture)
}

const skipped = '.visually-hidden, .as-table, .gradients'
const drawNode = (node, picture) => {
  if (node.nodeType === Node.TEXT_NODE) {
    const style = getComputedStyle(node.parentElement)
    const size = parseFloat(style.fontSize)
    for (const { text, left, top, height } of linesOf(node)) {
      if (text.trim() === '') continue
      const line = shape('text', { x: left, y: top + height / 2 + size * 0.36, fill: plainColor(style.color), 'font-family': style.fontFamily, 'font-size': style.fontSize, 'font-weight': style.fontWeight }, picture)
      line.textContent = text.trim()
    }
    return
  }
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(skipped)) return
  const style = getComputedStyle(node)
  const box = node.getBoundingClientRect()
  if (style.display === 'none' || box.width + box.height === 0) return
  if (node instanceof SVGElement) {
    const copy = node.cloneNode(true)
    styled(copy, node)
    for (const [key, value] of Object.entries({ x: box.left, y: box.top, width: box.width, height: box.height })) copy.setAttribute(key, value)
    picture.append(copy)
    return
  }
  if (node.matches('.ring')) {
    shape('circle', { cx: box.left + box.width / 2, cy: box.top + box.height / 2, r: box.width / 2 - 1, fill: plainColor(style.backgroundColor), stroke: plainColor(style.borderTopColor), 'stroke-width': 1.5, 'stroke-dasharray': '3 2', opacity: style.opacity }, picture)
    return
  }
  border(node, style, 'top', box, picture)
  border(node, style, 'bottom', box, picture)
  if (node.matches('.lane-name')) {
    const { width, backgroundColor } = getComputedStyle(node, '::before')
    const first = node.firstElementChild.getClientRects()[0]
    const radius = parseFloat(width) / 2
    const x = style.direction === 'rtl' ? box.right - radius : box.left + radius
    shape('circle', { cx: x, cy: first.top + first.height / 2, r: radius, fill: plainColor(backgroundColor) }, picture)
  }
  for (const child of node.childNodes) drawNode(child, picture)
}

const margin = 24
const drawPicture = () => {
  const base = find('.etl')
  const parts = ['.title', '.picture', '.provenance'].map(find).filter(Boolean)
  // Lanes that scroll are in the picture, too.
  find('.picture').style.maxBlockSize = 'none'
  const boxes = parts.map((part) => part.getBoundingClientRect())
  const left = Math.min(...boxes.map((box) => box.left))
  const width = Math.ceil(Math.max(...boxes.map((box) => box.right)) - left) + 2 * margin
  const height = Math.ceil(boxes.reduce((sum, box) => sum + box.height + 12, margin)) + margin
  const picture = document.createElementNS(namespace, 'svg')
  for (const [key, value] of Object.entries({ width, height, viewBox: '0 0 ' + width + ' ' + height })) picture.setAttribute(key, value)
  shape('title', {}, picture).textContent = find('.title').textContent.trim()
  shape('rect', { width, height, fill: plainColor(getComputedStyle(base).backgroundColor) }, picture)
  const gradients = find('.gradients')
  if (gradients) {
    const copy = gradients.cloneNode(true)
    styled(copy, gradients)
    picture.append(copy)
  }
  let y = margin
  parts.forEach((part, i) => {
    const group = shape('g', { transform: 'translate(' + (margin - left) + ' ' + (y - boxes[i].top) + ')' }, picture)
    drawNode(part, group)
    y += boxes[i].height + 12
  })
  find('.picture').style.maxBlockSize = ''
  return { width, height, markup: new XMLSerializer().serializeToString(picture) }
}

const save = (blob, ending) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = place.dataset.name + ending
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}
const savePng = async () => {
  const { width, height, markup } = drawPicture()
  const image = new Image()
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(markup)
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: 2 * width, height: 2 * height })
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('no picture')
  save(blob, '.png')
}
const saveSvg = () => save(new Blob([drawPicture().markup], { type: 'image/svg+xml' }), '.svg')

const wordsOf = (node) => {
  if (!node) return ''
  const copy = node.cloneNode(true)
  for (const hidden of copy.querySelectorAll('.visually-hidden, svg, small')) hidden.remove()
  return copy.textContent.trim().replace(/\\s+/g, ' ')
}
const make = (name, parent, words = '') => {
  const node = document.createElement(name)
  node.textContent = words
  parent.append(node)
  return node
}
// As measureInWords says it in files: the parts of a figure in parentheses behind it, each once.
const measureOf = (measure) => {
  const [label, figure] = measure.children
  const own = figure.cloneNode(true)
  own.querySelector('dl')?.remove()
  const parts = [...figure.querySelectorAll(':scope > dl > div')].map(measureOf)
  const { colon, comma, beside } = place.dataset
  const sum = parts.length ? beside.replace('…', () => parts.join(comma)) : ''
  return wordsOf(label) + colon + wordsOf(own) + sum
}
const linkTo = (link, parent) => {
  make('a', parent, wordsOf(link)).href = link.href
}
const asText = () => {
  // As before printing: a long list draws all of its events.
  if (find('.month-gap')) dispatchEvent(new Event('beforeprint'))
  const whole = document.createElement('div')
  linkTo(find('.title a'), make('h2', whole))
  for (const month of timeline.shadowRoot.querySelectorAll('.month')) {
    make('h3', whole, wordsOf(month.firstElementChild))
    for (const article of month.querySelectorAll('article')) {
      const line = make('p', whole)
      make('b', line, [...article.querySelector('.event-date').children].map(wordsOf).filter(Boolean).join(' '))
      line.append(' ')
      linkTo(article.querySelector('[part=title] a'), line)
      for (const [selector, say] of [['.event-summary', wordsOf], ['.event-body > .measures > div', measureOf]])
        for (const found of article.querySelectorAll(selector)) {
          make('br', line)
          line.append(say(found))
        }
      for (const cite of article.querySelectorAll('cite')) {
        make('br', line)
        const source = make('small', line, wordsOf(cite))
        const link = cite.parentElement.querySelector('a')
        if (link) {
          source.textContent = ''
          make('a', source, wordsOf(cite)).href = link.href
        }
      }
    }
  }
  make('p', whole, [...find('.provenance').children].map(wordsOf).join(' · '))
  return whole
}
const plainOf = (whole) => [...whole.children].map((block) => {
  const copy = block.cloneNode(true)
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\\n')
  for (const link of copy.querySelectorAll('a')) link.append(' <' + link.href + '>')
  return copy.textContent
}).join('\\n\\n')

const copyRich = async () => {
  const whole = asText()
  try {
    const item = { 'text/html': whole.innerHTML, 'text/plain': plainOf(whole) }
    const blobs = Object.entries(item).map(([type, words]) => [type, new Blob([words], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  } catch {
    whole.className = 'copied-text'
    whole.tabIndex = -1
    place.append(whole)
    getSelection().selectAllChildren(whole)
    if (!document.execCommand('copy')) {
      whole.focus()
      return false
    }
    getSelection().removeAllRanges()
    whole.remove()
  }
  return true
}

const press = (button, act, done) => {
  button.hidden = false
  button.onclick = async () => {
    status.textContent = ''
    for (const shown of place.querySelectorAll('.copied-text')) shown.remove()
    let said
    try {
      said = (await act()) === false ? 'refused' : done
    } catch {
      said = 'failed'
    }
    status.textContent = status.dataset[said]
  }
}
const offer = () => {
  if (!find('.footer p')) return
  place.hidden = false
  // The layout of the picture alone has no list.
  if (find('article')) press(text, copyRich, 'copied')
  if (!find('.picture')) return
  press(png, savePng, 'saved')
  press(svg, saveSvg, 'saved')
}
timeline.addEventListener('etl:render', offer)
if (timeline.shadowRoot) offer()
}`
