import { vietnameseRules } from '../rules/vi.js';
import type { Translation } from '../translation.js';

export const vietnamese: Translation = {
  locale: 'vi',
  rightToLeft: false,
  words: {
    statuses: { ACTIVE: 'đang hoạt động', INACTIVE: 'không hoạt động', TEMPORARILY_CLOSED: 'tạm đóng cửa', DEFUNCT: 'đã đóng cửa hẳn' },
    moment: 'lúc {time} ngày {date} theo giờ quốc tế (UTC)',
    unknownMoment: 'vào lúc không rõ',
    unknownCountry: 'không rõ nước nào',
    aboutMember: 'Đây là về người số {member} trong danh sách.',
    aboutMembers: 'Đây là về những người số {members} trong danh sách.',
    byTerms: 'Danh bạ ghi là dành cho: {terms}.',
  },
  rules: vietnameseRules,
  texts: {
    NEARBY: 'Cách đây {km} km.',
    ADMITTED: 'Quy định của nơi này cho phép nhận tất cả những người cần đến.',
    ADMITTED_PERSONS: 'Họ nhận {persons}.',
    ADMITTED_LEGAL_STATUS: 'Họ nhận người có tình trạng pháp lý này: {legalStatuses}.',
    ADMITTED_NATIONALITY: 'Họ nhận người có quốc tịch này: {nationalities}.',
    ADMITTED_EXPLOITATION: 'Họ hỗ trợ người từng trải qua điều này: {exploitation}.',
    ADMITTED_PREGNANCY: 'Họ nhận người đang mang thai.',
    ADMITTED_ACCESSIBILITY: 'Họ có thể đáp ứng: {accessibility}.',
    NO_REFERRAL_NEEDED: 'Họ nhận người không cần giới thiệu.',
    BEDS_FREE: 'Giường trống: {free}; cần: {needed}.',
    LANGUAGE_SPOKEN: 'Ngôn ngữ họ nói được: {language}.',
    LANGUAGE_CLOSE: 'Họ nói {language}, thứ tiếng mà người nói {understoodBy} phần lớn hiểu được: hãy xác nhận khi gọi điện.',
    INTERPRETER_THERE: 'Ở đó có người phiên dịch tiếng {language}: hãy báo trước là cần người phiên dịch.',
    INTERPRETER_BY_PHONE: 'Có người phiên dịch tiếng {language} cho họ qua điện thoại: hãy yêu cầu khi gọi.',
    INTERPRETS: 'Họ phiên dịch tiếng {language}.',
    INTERPRETER_SUITABLE: 'Người phiên dịch của họ đúng như yêu cầu về điểm này: {wishes}.',
    OPEN_NOW: 'Hiện đang mở cửa.',
    PHONE_ALWAYS: 'Điện thoại của họ có người trả lời suốt ngày đêm.',
    LANGUAGE_NOT_SPOKEN: 'Họ không nói ngôn ngữ nào được yêu cầu: hãy bố trí người phiên dịch.',
    BED_COUNT_OLD: 'Giường được đếm lần cuối {confirmedAt}: hãy gọi điện để xác nhận.',
    LAST_BEDS: 'Đây là những giường trống cuối cùng: hãy giữ chỗ ngay.',
    ASSESSMENT_REQUIRED: 'Họ tự quyết định từng yêu cầu: hãy giữ giường và chờ họ trả lời, hoặc gọi điện hỏi họ cần gì.',
    REFERRAL_REQUIRED: 'Họ chỉ nhận người được giới thiệu: hãy làm giới thiệu trước khi người đó lên đường.',
    CROSSES_BORDER: 'Nơi này ở nước khác ({country}).',
    PLACE_CONFIDENTIAL: 'Địa chỉ được giữ kín: hãy gọi điện trước khi người đó lên đường. Khoảng cách được tính đến giữa khu vực.',
    POSITION_BY_CITY:
      'Chỉ biết tên thành phố: khoảng cách được tính đến giữa thành phố. Hãy gọi điện hỏi địa điểm trước khi người đó lên đường.',
    POSITION_UNKNOWN:
      'Danh mục không cho biết nơi này ở đâu: hãy gọi điện hỏi trước khi người đó lên đường. Có thể đây là dịch vụ qua điện thoại.',
    GONE_FROM_DIRECTORY:
      'Danh bạ của nơi này không còn ghi nơi này nữa: hãy gọi điện hỏi xem nơi này còn hoạt động không trước khi người đó lên đường.',
    CHILD_APART:
      'Một em nhỏ (người số {member} trong danh sách) sẽ ngủ trong phòng không có người lớn nào đi cùng: hãy gọi điện hỏi xem họ có thể ngủ chung không, hoặc chọn nơi khác.',
    INVOLVE_CHILD_PROTECTION:
      'Người này có thể dưới {age} tuổi và không có người lớn chịu trách nhiệm đi cùng: trước khi đi, hãy gọi cho dịch vụ bảo vệ trẻ em này: {service}.',
    INVOLVE_GUARDIAN:
      'Người này có thể dưới {age} tuổi và không có người lớn chịu trách nhiệm đi cùng: trước khi đi, hãy gọi cho người giám hộ hoặc dịch vụ bảo vệ trẻ em tại địa phương.',
    CLOSED_NOW: 'Hiện đang đóng cửa: đừng đưa ai đến trước khi mở cửa ({opensAt}).',
    INTAKE_LATER: 'Vào giờ này họ không nhận người mới: hãy đến khi họ bắt đầu nhận ({opensAt}), hoặc gọi điện.',
    ASK_PERSONS: 'Hãy hỏi xem họ có nhận tất cả những người này không, theo giới và tuổi: danh bạ không ghi hoặc ghi không rõ.',
    ASK_LEGAL_STATUS:
      'Hãy hỏi nơi tạm lánh hoặc dịch vụ, đừng hỏi người cần giúp, họ nhận người có tình trạng pháp lý nào: danh bạ không ghi.',
    ASK_NATIONALITY: 'Hãy hỏi nơi tạm lánh hoặc dịch vụ, đừng hỏi người cần giúp, họ nhận người có quốc tịch nào: danh bạ không ghi.',
    ASK_EXPLOITATION:
      'Hãy hỏi nơi tạm lánh hoặc dịch vụ, đừng hỏi người cần giúp, họ hỗ trợ người bị bóc lột theo hình thức nào: danh bạ không ghi.',
    ASK_PREGNANCY: 'Hãy hỏi xem họ có nhận người đang mang thai không: danh bạ không ghi.',
    ASK_ACCESSIBILITY: 'Hãy hỏi xem họ có đáp ứng được nhu cầu về tiếp cận không: danh bạ không ghi.',
    ASK_AGE_OR_GENDER_OF_PERSON: 'Họ nhận ai tùy theo giới và tuổi: hãy hỏi người đó điều còn chưa biết.',
    ASK_LEGAL_STATUS_OF_PERSON: 'Họ nhận ai tùy theo tình trạng pháp lý: chỉ hỏi những gì người đó sẵn lòng kể.',
    ASK_NATIONALITY_OF_PERSON: 'Họ nhận ai tùy theo quốc tịch: chỉ hỏi những gì người đó sẵn lòng kể.',
    ASK_EXPLOITATION_OF_PERSON: 'Họ nhận ai tùy theo hình thức bóc lột: chỉ hỏi những gì người đó sẵn lòng kể.',
    ASK_PREGNANCY_OF_PERSON: 'Họ không nhận người đang mang thai: hãy hỏi xem có ai đang mang thai không.',
    ASK_ACCESSIBILITY_OF_PERSON: 'Hãy hỏi người đó về nhu cầu tiếp cận, chẳng hạn khi đi lại, nghe hoặc nhìn.',
    ASK_REFERRAL: 'Hãy hỏi xem họ có cần giới thiệu không: danh bạ không ghi.',
    ASK_BEDS: 'Hãy hỏi xem còn giường trống không: danh bạ không có số giường.',
    ASK_CARER:
      'Hãy hỏi nhẹ nhàng xem ai trong số họ chăm sóc từng em nhỏ và ghi rõ trong câu hỏi: không ai được coi sẵn là người chăm sóc, và đến lúc đó không em nào bị tách khỏi bất kỳ ai.',
    ASK_LANGUAGES: 'Hãy hỏi xem họ nói những ngôn ngữ nào: danh bạ không ghi.',
    ASK_INTERPRETER_GENDER: 'Hãy hỏi người phiên dịch là nam hay nữ: danh bạ không ghi.',
    ASK_INTERPRETER_BY_PHONE: 'Hãy hỏi xem họ có phiên dịch qua điện thoại không: danh bạ không ghi.',
    ASK_INTERPRETER_COMMUNITY:
      'Đừng nêu tên người đó; hãy hỏi người phiên dịch có thuộc cộng đồng nói ngôn ngữ này không: danh bạ không ghi.',
    ASK_HOURS: 'Hãy hỏi xem họ mở cửa lúc nào: danh bạ không ghi.',
    ASK_COUNTRY: 'Hãy hỏi xem nơi này ở nước nào trước khi bất kỳ ai lên đường: danh bạ không ghi.',
    ASK_PAPERS: 'Nơi này ở nước khác: hãy hỏi xem mọi người có giấy tờ để qua biên giới không.',
    ASK_SERVICE_AREA: 'Hãy hỏi xem họ có phục vụ nơi người đó đang ở không: danh bạ ghi không rõ khu vực của họ.',
    ASK_FURTHER: 'Nếu còn thời gian, hãy hỏi thêm về: {parts}. Chỉ hỏi người đó những gì họ sẵn lòng kể.',
    NOT_ACTIVE: 'Hiện nơi này không nhận ai, vì {status}. Hãy chọn nơi khác.',
    TOO_FAR: 'Cách đây {km} km: hãy cho phép khoảng cách xa hơn.',
    OTHER_COUNTRY: 'Nơi này ở nước khác ({country}): hãy cho phép qua biên giới, nếu mọi người có giấy tờ để đi.',
    NO_PAPERS_TO_CROSS: 'Nơi này ở nước khác ({country}), và có người không có giấy tờ để qua biên giới: hãy tìm nơi ở phía bên này.',
    IN_AVOIDED_AREA: 'Nơi này nằm trong khu vực cần tránh: đừng đưa ai đến đó.',
    MAY_BE_IN_AVOIDED_AREA:
      'Nơi này có thể nằm trong khu vực cần tránh, vì chỉ biết khu vực xung quanh: hãy gọi điện hỏi trước khi bất kỳ ai lên đường.',
    OUTSIDE_SERVICE_AREA: 'Họ không phục vụ khu vực người đó đang ở: hãy gọi điện hỏi xem có thể ngoại lệ không.',
    NOT_ADMITTED_PERSONS: 'Họ không nhận tất cả những người này, vì giới hoặc tuổi: hãy chọn nơi khác, hoặc gọi điện hỏi.',
    NOT_ADMITTED_LEGAL_STATUS: 'Họ không nhận tất cả những người này, vì tình trạng pháp lý: hãy chọn nơi khác, hoặc gọi điện hỏi.',
    NOT_ADMITTED_NATIONALITY: 'Họ không nhận tất cả những người này, vì quốc tịch: hãy chọn nơi khác, hoặc gọi điện hỏi.',
    NOT_ADMITTED_EXPLOITATION: 'Họ hỗ trợ người từng trải qua các hình thức bóc lột khác: hãy chọn nơi khác, hoặc gọi điện hỏi.',
    NOT_ADMITTED_PREGNANCY: 'Họ không nhận người đang mang thai: hãy chọn nơi khác, hoặc gọi điện hỏi.',
    NOT_ADMITTED_ACCESSIBILITY: 'Họ không đáp ứng được một nhu cầu về tiếp cận: hãy chọn nơi khác, hoặc gọi điện hỏi.',
    NOT_ADMITTED_TO_BEDS:
      'Có người không được nhận vào phòng nào, vì giới, tuổi hoặc một quy định khác: hãy chọn nơi khác, hoặc gọi điện hỏi.',
    NO_BEDS:
      'Giường trống không đủ cho tất cả mọi người, hoặc không ở đúng phòng (trống: {free}; cần: {needed}): hãy chọn nơi khác, hoặc ghi tên vào danh sách chờ.',
    INTAKE_CLOSED: 'Hiện họ không nhận thêm ai: hãy chọn nơi tiếp theo, hoặc gọi điện.',
    NOT_INTERPRETED: 'Họ không phiên dịch tiếng {language}: hãy chọn nơi khác, hoặc gọi điện hỏi.',
    INTERPRETER_UNSUITABLE:
      'Không người phiên dịch nào của họ đúng như yêu cầu về điểm này: {wishes}. Hãy chọn nơi khác, hoặc gọi điện hỏi.',
    EXCLUDED_ORGANIZATION: 'Nơi này thuộc một tổ chức không được mong muốn: hãy chọn nơi khác.',
    HOLD_LIMIT:
      'Tổ chức của bạn sẽ giữ nhiều giường ở đó hơn mức được phép cùng lúc (nhiều nhất: {most}): hãy bỏ những chỗ giữ không cần nữa. Nếu có nhiều người cần giường hơn thế, hãy gọi cho nơi tạm lánh, hoặc chọn nơi khác.',
    TOO_FEW_BEDS:
      'Ở đó không đủ giường cho tất cả mọi người, kể cả khi mọi giường đều trống (tổng số: {beds}; cần: {needed}): hãy chọn nơi khác, hoặc xin ít giường hơn nếu có người ngủ chung được.',
  },
};
