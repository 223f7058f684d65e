// Figures in Traditional Chinese.
import { chineseFigures } from '../chinese/figures.ts'
import type { FigureWriter } from '../writers.ts'

/** 約1000萬元, 20多萬平方公尺, 1.2億元. */
export const zhHantFigures: FigureWriter = /* @__PURE__ */ chineseFigures({
  scales: ['兆', '億', '萬'],
  about: '約',
  moreThan: '超過',
})
