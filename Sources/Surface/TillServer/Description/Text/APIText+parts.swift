// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// The file, in parts of whole lines.
    static let parts = [part1, part2, part3, part4, part5, part6, part7, part8, part9]
}
