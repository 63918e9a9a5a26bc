"""jieba's tagger: numbers (m), with measure words (q) joined to them."""

import jieba.posseg
from shared_loop import join_tagged, serve

serve(lambda line: join_tagged([(pair.word, pair.flag) for pair in jieba.posseg.cut(line)]))
