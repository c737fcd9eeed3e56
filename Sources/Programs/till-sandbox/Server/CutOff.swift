// SPDX-License-Identifier: Apache-2.0

/// Ends an answer in its middle.
struct CutOff: Error {}
