// The look of a list of events without its rarer parts, shared by page, iframe and widget.
import { conditionsStyle } from './conditions.ts'
import { controlsStyle } from './controls.ts'
import { within } from './css.ts'
import { eventsStyle } from './events.ts'
import { tokenStyle } from './tokens.ts'

export const listStyle: string = tokenStyle + within(controlsStyle, eventsStyle, conditionsStyle)
