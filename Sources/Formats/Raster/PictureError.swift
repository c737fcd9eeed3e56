// SPDX-License-Identifier: Apache-2.0

/// Says why a picture file cannot be used.
package enum PictureError: Error, Sendable, Hashable {
    /// The file is of another kind.
    case unknownKind
    /// The file has more bytes than are read.
    case fileTooLarge(bytes: Int)
    /// The picture has no area, or more than is drawn.
    case impossibleSize(width: Int, height: Int)
    /// The file ends early, or a part of it is not as it says.
    case damaged(String)
    /// The file uses what is not read.
    case unsupported(String)
    /// The picture is white all over.
    case blank
}

extension PictureError: CustomStringConvertible {
    /// Says what is wrong and what to do.
    package var description: String {
        switch self {
        case .unknownKind: "the file is no picture that can be read: save it as PNG or PBM"
        case .fileTooLarge(let bytes):
            "the file has \(bytes) bytes: at most \(GreyImage.fileLimit) are read, save a smaller picture"
        case .impossibleSize(let width, let height):
            "a picture of \(width)x\(height) dots is not read: at most \(GreyImage.sideLimit) a side and \(GreyImage.areaLimit) in all"
        case .damaged(let part): "the picture is damaged (\(part)): save it again"
        case .unsupported(let what): "the picture is \(what): save it without"
        case .blank: "the picture is white all over: choose another one"
        }
    }
}
