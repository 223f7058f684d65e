import type { AuthoringMessages } from '../tables/authoring.ts'

export const zhHansAuthoring: AuthoringMessages = {
  begin: {
    notAnId: (id, proposal) =>
      `${id} 不能作标识：标识由 a-z、0-9 和 - 组成，1至64个字符，首尾须是字母或数字${proposal === null ? '' : `，例如 ${proposal}`}`,
    taken: (folder) => `${folder} 已存在，未作任何改动：请另选标识，或继续编写那条时间线`,
    unwritable: (folder, why) => `无法写入 ${folder}：${why}`,
    missing: '新时间线还需要',
    asks: {
      title: '读者看到的标题',
      language: '文字所用的语言：zh-Hans、zh-Hant、en 或其他语言标签',
      timeZone: '按哪个时区的日期记事，例如 Asia/Shanghai',
      domain: '您或所在单位持有的域名，例如 timelines.example，用于永久标识，此后不再改变',
    },
    made: (file, sources) => `已建立 ${file}，一条尚无事件的有效时间线；来源原文放在 ${sources}`,
    next: '接下来：',
    steps: { preview: '边写边看', check: '检查错误', publish: '发布' },
  },
}
