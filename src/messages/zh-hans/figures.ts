// Figures in Simplified Chinese.
import { chineseFigures } from '../chinese/figures.ts'
import type { FigureWriter } from '../writers.ts'

/** 约1000万元, 20多万平方米, 1.2亿元. */
export const zhHansFigures: FigureWriter = /* @__PURE__ */ chineseFigures({
  scales: ['万亿', '亿', '万'],
  about: '约',
  moreThan: '超过',
})
