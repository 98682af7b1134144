// ONNX Runtime from 1.29 on reports to Microsoft what it runs (microsoft/onnxruntime#27379), unless this is set before it
// is loaded. Nothing may leave the machine.
process.env.ORT_DISABLE_TELEMETRY = '1';
