import type { ErrorCode } from 'yaml';
import { said } from '../domain/lang.js';
import type { Said } from '../domain/lang.js';

interface Words {
  message: Said;
  hint: Said;
}

const TAG: Words = {
  message: said('YAML tags ("!" and a word) are not used here', '此处不使用 YAML 标签（“!”加词）'),
  hint: said('remove the tag, or put the text in quotes', '删去标签，或给文字加上引号'),
};
const ANCHOR: Words = {
  message: said('"&" or "*" is not used as YAML wants it', '“&”或“*”的用法不符合 YAML 语法'),
  hint: said('put the text in quotes, or write the value out', '给文字加上引号，或把值直接写出'),
};
const NOT_ONE_KEY: Words = {
  message: said(
    'this line is neither one "key: value" nor an entry of the list above',
    '这一行既不是一个“键: 值”，也不是上面列表的一项',
  ),
  hint: said(
    'look for a missing colon; put a text that has a colon in quotes; align the entries of a list',
    '检查是否漏了冒号；文字中含冒号须加引号；列表各项须对齐',
  ),
};
const UNEXPECTED: Words = {
  message: said('YAML cannot make sense of what stands here', '此处的写法不符合 YAML 语法'),
  hint: said('look at indentation, colons and quotes here and in the line above', '检查此处和上一行的缩进、冒号和引号'),
};

/** The parser explains its errors in its own terms, and in English only. */
export const YAML_WORDS: Record<ErrorCode, Words> = {
  ALIAS_PROPS: ANCHOR,
  BAD_ALIAS: ANCHOR,
  MULTIPLE_ANCHORS: ANCHOR,
  BAD_PROP_ORDER: TAG,
  MULTIPLE_TAGS: TAG,
  TAG_RESOLVE_FAILED: TAG,
  BAD_COLLECTION_TYPE: TAG,
  BLOCK_AS_IMPLICIT_KEY: NOT_ONE_KEY,
  MULTILINE_IMPLICIT_KEY: NOT_ONE_KEY,
  NON_STRING_KEY: NOT_ONE_KEY,
  UNEXPECTED_TOKEN: UNEXPECTED,
  IMPOSSIBLE: UNEXPECTED,
  BAD_DIRECTIVE: {
    message: said('a line that begins with "%" means something else to YAML', '以“%”开头的行在 YAML 中另有含义'),
    hint: said('remove it, or put the text in quotes', '删去这一行，或给文字加上引号'),
  },
  BAD_DQ_ESCAPE: {
    message: said(
      'a backslash in double quotes must not stand before this character',
      '双引号中的反斜杠后面不能是这个字符',
    ),
    hint: said('use single quotes, or write the backslash twice', '改用单引号，或写两个反斜杠'),
  },
  BAD_INDENT: {
    message: said('the indentation is wrong, or a bracket is not closed', '缩进不对，或者前面的括号没有闭合'),
    hint: said('align the line with its group; close the brackets above it', '与同组各行对齐；补上前面缺少的右括号'),
  },
  BAD_SCALAR_START: {
    message: said('a text must not begin with this character', '文字不能以这个字符开头'),
    hint: said('put the text in quotes', '给文字加上引号'),
  },
  BLOCK_IN_FLOW: {
    message: said('something is not separated within brackets', '括号内的各项没有分隔开'),
    hint: said(
      'write [a, b] and { key: value, key: value }, with commas',
      '写成 [a, b] 和 { 键: 值, 键: 值 }，用逗号分隔',
    ),
  },
  DUPLICATE_KEY: {
    message: said('this key already stands above, in the same group', '同一层中前面已有这个键'),
    hint: said('remove one of the two, or merge them', '删去其中一个，或合并两者'),
  },
  KEY_OVER_1024_CHARS: {
    message: said('a key is longer than 1024 characters', '键超过了 1024 个字符'),
    hint: said('look for a quote or bracket that is not closed', '检查是否有引号或括号没有闭合'),
  },
  MISSING_CHAR: {
    message: said('a character is missing', '缺少一个字符'),
    hint: said(
      'look for a missing colon, comma, closing quote, or space after a colon',
      '检查是否漏了冒号、逗号、后引号或冒号后的空格',
    ),
  },
  MULTIPLE_DOCS: {
    message: said('a second document begins here', '此处开始了第二个文档'),
    hint: said('remove the line "---": a file holds one document', '删去“---”这一行：一个文件只能有一个文档'),
  },
  RESOURCE_EXHAUSTION: {
    message: said('this is nested too deeply', '此处嵌套层数过多'),
    hint: said('look for brackets that are not closed', '检查是否有括号没有闭合'),
  },
  TAB_AS_INDENT: {
    message: said('the line is indented with a tab', '这一行用制表符缩进'),
    hint: said('indent with spaces', '改用空格缩进'),
  },
};
