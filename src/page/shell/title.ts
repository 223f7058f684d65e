// The title of a page.
import type { Text } from '../../domain/text/language-map.ts'
import { html, type Html } from '../../markup/html.ts'
import { estimatedWidth } from '../../picture/glyphs.ts'
import { languageAttributes, textOf, type CardContext } from '../context.ts'

/** Class and language of a title; a very long one is set smaller. */
export const titleAttributes = (context: CardContext, text: Text): Html =>
  html` class="title${estimatedWidth(textOf(context, text)) > maxTitleWidth && ' long'}"${languageAttributes(context, text)}`

const maxTitleWidth = 60
